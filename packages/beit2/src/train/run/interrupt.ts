/**
 * Signals to a run. Ctrl-C, SIGTERM and SIGHUP (the terminal has gone): saved, then the command says how to go on. SIGUSR1 and
 * SIGUSR2 (Slurm's warning before a time limit): saved, and training goes on.
 */
/** Thrown after the checkpoint is saved; the command line prints its message and exits with its code. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  /** @param exitCode 129 after SIGHUP, 130 after Ctrl-C, 143 after SIGTERM, as shells have it */
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
  }
}

const stops = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
type Stop = keyof typeof stops;
const stopSignals = Object.keys(stops) as Stop[];
const warnings = process.platform === 'win32' ? [] : (['SIGUSR1', 'SIGUSR2'] as const);

// One Ctrl-C may come twice, from the terminal and from a launcher that passes it on.
const againMs = 500;

/** Ends the process at once. */
async function quit(exitCode: number): Promise<void> {
  const { exitNow } = await import('@beit2/torch'); // here, since the command line loads this file for every command
  // After the listeners Node would wait for threads, one of which may be reading from a file server that is gone.
  process.on('exit', () => exitNow(exitCode));
  process.exit(exitCode);
}

/** What every signal so far asks of a run, as one number: the larger goes before the smaller. */
export const order = { none: 0, save: 1 } as const;

/**
 * Listens for signals while a run trains. Before the first step there is nothing to save: until `listen` is called a signal that
 * stops ends the process at once, even in the middle of a long call.
 */
export class Interrupt {
  private received: { signal: Stop; time: number } | null = null;
  private savePending = false;
  private isListening = false;
  private readonly abort = new AbortController();

  /** @param say told in one sentence what will happen */
  constructor(private readonly say: (sentence: string) => void) {
    // Unheard they would open Node's debugger, or end the process.
    for (const signal of warnings) process.on(signal, this.onWarning);
  }

  /** From now on there is something to save. */
  listen(): void {
    if (this.isListening) return;
    this.isListening = true;
    for (const signal of stopSignals) process.on(signal, this.onStop);
  }

  private readonly onWarning = (): void => {
    this.savePending = this.isListening;
  };

  private readonly onStop = (name: NodeJS.Signals): void => {
    const signal = name as Stop;
    const time = performance.now();
    if (this.received === null) {
      this.received = { signal, time };
      this.say(
        signal === 'SIGINT'
          ? 'Finishing this step, then saving. Press Ctrl-C again to quit at once without saving.'
          : `Finishing this step, then saving (${signal}).`,
      );
      this.abort.abort();
    } else if (signal === 'SIGINT' && time - this.received.time > againMs) void quit(stops.SIGINT);
  };

  /** Aborted when the run is to stop: what waits for data need not wait any longer. */
  get signal(): AbortSignal {
    return this.abort.signal;
  }

  /** The exit code of the signal that stops the run, else whether a checkpoint is asked for, which is then answered. */
  take(): number {
    const isSave = this.savePending;
    this.savePending = false;
    if (this.received !== null) return stops[this.received.signal];
    return isSave ? order.save : order.none;
  }

  close(): void {
    for (const signal of stopSignals) process.off(signal, this.onStop);
    for (const signal of warnings) process.off(signal, this.onWarning);
  }
}
