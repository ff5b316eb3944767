/** The `beit2` command: its subcommands and its error handling. */
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { Command, CommanderError } from 'commander';
import { EndedElsewhere, systemSentence, UserError } from '../errors.js';
import { escaped } from '../files/printable.js';
import { placeOf } from '../train/launcher.js';
import { Interrupted } from '../train/run/interrupt.js';
import { outputMayGo } from '../train/run/output.js';
import { addAttention } from './use/attention.js';
import { addConvert } from './models/convert.js';
import { addData } from './data/data.js';
import { addDemo } from './train/demo.js';
import { addDoctor } from './machine/doctor.js';
import { addEmbed } from './use/embed.js';
import { addEval } from './eval/eval.js';
import { addExport } from './models/export.js';
import { addFinetune } from './train/finetune.js';
import { addIndex } from './use/index-features.js';
import { addInspect } from './models/inspect.js';
import { addPredict } from './use/predict.js';
import { addPretrain } from './train/pretrain.js';
import { addRecipes } from './train/recipes.js';
import { addReport } from './train/report.js';
import { addReplay } from './watch/replay.js';
import { addRuns } from './watch/runs.js';
import { addStatus } from './watch/status.js';
import { say } from './options/say.js';
import { addSearch } from './use/search.js';
import { addServe } from './use/serve.js';
import { addSetup } from './machine/setup.js';
import { addTokenizer } from './tokenizer/tokenizer.js';

function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** The whole command tree; a command loads its dependencies when it runs. */
export function buildProgram(): Command {
  const program = new Command('beit2')
    .description(
      'BEiT v2: train a visual tokenizer, pretrain a vision transformer and fine-tune it on your own images.',
    )
    .version(version())
    .option('--debug', 'print the stack trace of an error')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: (text, write) => write(text.split('\n').map(escaped).join('\n')) })
    .showHelpAfterError('(use --help to list the options)')
    .exitOverride();
  for (const add of [
    addDemo,
    addTokenizer,
    addPretrain,
    addFinetune,
    addEval,
    addPredict,
    addEmbed,
    addIndex,
    addSearch,
    addServe,
    addAttention,
    addExport,
    addInspect,
    addConvert,
    addReport,
    addStatus,
    addRuns,
    addReplay,
    addRecipes,
    addData,
    addDoctor,
    addSetup,
  ]) {
    add(program);
  }
  return program;
}

const firstRank = 'rank 0: ';

/** Of a process that trains with others, its rank, so that a log of all of them says whose line it is. */
function rankPrefix(): string {
  try {
    const place = placeOf(process.env);
    return place ? `rank ${place.rank}: ` : '';
  } catch {
    return ''; // the error about the launcher's variables follows
  }
}

/** Prints an error that ended a command. @returns the exit code: 1, or 2 for wrong usage, or that of a signal */
function explain(error: unknown, debug: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const who = rankPrefix();
  if (!(error instanceof Error)) {
    say(`${who}error: ${String(error)}`);
    return 1;
  }
  if (error instanceof EndedElsewhere) return 1;
  if (error instanceof Interrupted) {
    if (who === '' || who === firstRank) say(error.message);
    return error.exitCode;
  }
  const sentence = systemSentence(error);
  const expected = sentence !== null || error instanceof UserError || error.name === 'SetupError';
  const hint = expected || debug ? '' : ' (unexpected: run again with --debug for the stack trace)';
  const lines = `${who}error: ${sentence ?? error.message}${hint}`.split('\n'); // of the set-up and libtorch
  for (const line of lines) say(line);
  if (debug) process.stderr.write(`${error.stack ?? ''}\n`);
  return 1;
}

/** How a stream failed, in words. */
const streamFailures: Record<string, string> = {
  ENOSPC: 'no space left on the device',
  EIO: 'input/output error',
};

/** Ends the command when standard output accepts nothing more; training continues without it. */
function endWithOutput(error: NodeJS.ErrnoException): void {
  if (outputMayGo()) return;
  process.stdout.removeAllListeners('error').on('error', () => undefined); // further output is lost
  const { code = '' } = error;
  const isClosed = code === 'EPIPE'; // `beit2 ... | head`: the reader has finished
  if (!isClosed) say(`error: Standard output cannot be written: ${streamFailures[code] ?? error.message}.`);
  process.exit(isClosed ? 128 + constants.signals.SIGPIPE : 1);
}

const patienceMs = 1_000;

/** A command that is over does not wait for what never ends, such as a thread that reads from a file server that is gone. */
export function endSoon(): void {
  setTimeout(() => void endNow(), patienceMs).unref();
}

async function endNow(): Promise<void> {
  const exitCode = Number(process.exitCode ?? 0);
  const isUnread = process.stdout.writableLength > 0 && !process.stdout.destroyed;
  if (exitCode === 0 && isUnread) {
    endSoon();
    return;
  }
  const { exitNow } = await import('@beit2/torch');
  // Without the engine only a signal ends a process that a thread holds, with an exit code of its own.
  if (!exitNow(exitCode) && exitCode !== 0) process.kill(process.pid, 'SIGKILL');
}

/** Runs the command line in `argv` (as `process.argv`). @returns the exit code */
export async function main(argv: readonly string[]): Promise<number> {
  process.stdout.on('error', endWithOutput);
  process.stderr.on('error', () => undefined); // there is nowhere to say it
  // How libtorch's threads wait for each other must be told before it is loaded. Spinning for long takes the cores from the
  // decoding threads; not at all, and each of the hundreds of parallel loops of a step begins with waking a thread.
  if (process.env.OMP_WAIT_POLICY === undefined) {
    process.env.OMP_WAIT_POLICY = 'PASSIVE';
    process.env.GOMP_SPINCOUNT ??= '20000'; // 0.1 to 0.4 ms
  }
  const program = buildProgram();
  try {
    await program.parseAsync(argv);
    return Number(process.exitCode ?? 0); // doctor sets it
  } catch (error) {
    return explain(error, program.opts().debug === true);
  }
}
