/** Ctrl-C and SIGTERM: the step under way is finished and saved, then the command says how to go on. */

/** Thrown after the checkpoint is saved; the command line prints its message and exits with its code. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  /** @param exitCode 130 after Ctrl-C, 143 after SIGTERM, as shells have it */
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
  }
}

const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof exitCodes;

/** Listens for the two signals while a run trains; a second one ends the process at once, without saving. */
export class Interrupt {
  private received: Signal | null = null;

  /** @param say told in one sentence what will happen */
  constructor(private readonly say: (sentence: string) => void) {
    process.on('SIGINT', this.onSignal);
    process.on('SIGTERM', this.onSignal);
  }

  private readonly onSignal = (signal: NodeJS.Signals): void => {
    const known: Signal = signal === 'SIGTERM' ? 'SIGTERM' : 'SIGINT';
    if (this.received !== null) process.exit(exitCodes[known]);
    this.received = known;
    this.say('Finishing this step, then saving. Press Ctrl-C again to quit at once without saving.');
  };

  /** Exit code of the signal that came, null while none has. */
  get exitCode(): number | null {
    return this.received === null ? null : exitCodes[this.received];
  }

  close(): void {
    process.off('SIGINT', this.onSignal);
    process.off('SIGTERM', this.onSignal);
  }
}
