/** Turns of a bounded number: whoever finds none waits, first come, first served. Runs in a browser too. */
export class Turns {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor(readonly count: number) {
    this.free = count;
  }

  /** Turns that are taken, and those who wait for one. */
  get wanted(): number {
    return this.count - this.free + this.waiting.length;
  }

  /** Takes a turn where one is free. */
  tryEnter(): boolean {
    if (this.free === 0) return false;
    this.free--;
    return true;
  }

  /** Takes a turn, when there is one. Rejects with the signal's reason where it is aborted before. */
  async enter(signal?: AbortSignal): Promise<void> {
    if (this.tryEnter()) return;
    await abortable<null>(signal, (resolve) => {
      const wake = () => resolve(null);
      this.waiting.push(wake);
      return () => void this.waiting.splice(this.waiting.indexOf(wake), 1);
    });
  }

  /** Gives a turn back, or on to whoever waits. */
  leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free++;
  }
}

/**
 * A promise that an aborted signal ends with its reason.
 * @param begin starts the work. @returns what takes it back
 */
export function abortable<T>(
  signal: AbortSignal | undefined,
  begin: (resolve: (value: T) => void, reject: (error: unknown) => void) => () => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason as Error);
      return;
    }
    let takeBack: () => void = () => undefined;
    const abort = () => {
      takeBack();
      reject(signal?.reason as Error);
    };
    const end = () => signal?.removeEventListener('abort', abort);
    signal?.addEventListener('abort', abort);
    takeBack = begin(
      (value) => {
        end();
        resolve(value);
      },
      (error) => {
        end();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}
