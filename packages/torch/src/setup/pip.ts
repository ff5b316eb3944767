import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from './cache.js';
import { SetupError } from './errors.js';
import { run, which } from './run.js';

/** Programs that may run pip, in the order they are tried. */
const candidates: [string, ...string[]][] = [
  ['python3', '-m', 'pip'],
  ['python', '-m', 'pip'],
  ['pip3'],
  ['pip'],
];

export type Pip = { command: [string, ...string[]]; version: string } | { problem: string };

/** The machine's pip, or in one clause why there is none. */
export async function findPip(): Promise<Pip> {
  let pythonWithoutPip: string | undefined;
  for (const command of candidates) {
    const [program, ...args] = command;
    if (which(program) === undefined) continue;
    const { code, stdout } = await run(program, [...args, '--version']);
    if (code === 0) return { command, version: stdout.trim().split(' ').slice(0, 2).join(' ') };
    if (args.length > 0) pythonWithoutPip ??= program;
  }
  return {
    problem:
      pythonWithoutPip === undefined
        ? 'neither Python nor pip is on PATH'
        : `${pythonWithoutPip} has no pip (\`${pythonWithoutPip} -m ensurepip\` or the system's python3-pip package brings it)`,
  };
}

/**
 * Takes a torch wheel (`torch==2.13.0`) into `folder` with the machine's own pip and the user's own pip settings.
 *
 * @returns the wheel's path, or in one clause why pip gave none
 */
export async function downloadWheel(
  requirement: string,
  folder: string,
  log: Log,
): Promise<{ zip: string } | { problem: string }> {
  const pip = await findPip();
  if ('problem' in pip) return pip;
  const [program, ...args] = pip.command;
  log(`taking ${requirement} with ${pip.command.join(' ')} (about 190 MB)`);
  const download = [...args, 'download', '--no-deps', '--only-binary=:all:', '--dest', folder];
  let result = await run(program, [...download, requirement], { show: true });
  // Only the C++ part is used: where this Python has no wheel of its own, that of another version is as good.
  if (result.code !== 0 && result.stderr.includes('No matching distribution')) {
    const other = await run(program, [...download, '--python-version', '3.12', requirement], {
      show: true,
    });
    if (other.code === 0) result = other;
  }
  if (result.code !== 0) return { problem: explain(result.stderr, requirement) };
  const wheel = (await readdir(folder)).find((name) => name.endsWith('.whl'));
  return wheel === undefined
    ? { problem: 'pip said it was done but left no wheel' }
    : { zip: join(folder, wheel) };
}

function explain(stderr: string, requirement: string): string {
  if (/No space left on device|Disk quota exceeded/.test(stderr)) {
    throw new SetupError(
      'The disk is full: pip needs about 400 MB in its temporary folder and cache, and beit2 1 GB in its own.',
    );
  }
  const unreachable =
    /NewConnectionError|ConnectTimeout|Read timed out|ProxyError|SSLError|Temporary failure/.test(stderr);
  if (unreachable) return `pip reached no package index that has ${requirement}`;
  if (stderr.includes('No matching distribution')) return `pip found no ${requirement} for this machine`;
  const last =
    stderr
      .trim()
      .split('\n')
      .findLast((line) => line.startsWith('ERROR:')) ?? stderr.trim().split('\n').at(-1);
  return `pip failed (${(last ?? '').replace(/^ERROR: /, '')})`;
}
