/**
 * Protects: every command line of a page runs as it is printed, shrunk by overrides at its end, and so does every next command
 * that a training prints. Each page has a folder of its own with small pictures under the names that the pages use.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { makeTiff } from '../data/rasters/make-tiff.js';
import { makePictures } from '../stages/tiny.js';
import { blocksOf, pages, root } from './pages.js';

const bin = join(root, 'packages/beit2/bin/beit2.js');
const demoTeacher = join(root, 'packages/beit2/assets/demo/teacher.safetensors');

/** Lines that are not run here, by how they begin, with the reason. */
const leftOut: [start: string, why: string][] = [
  ['npm ', 'fetches packages, or is a stage of .ci/run of its own'],
  ['npx beit2 demo', 'a stage of .ci/run'],
  ['npx tsx bench/', 'minutes of an idle machine'],
  ['export CXXFLAGS', 'compiles the addon anew'],
  ['LD_PRELOAD=', 'the fast tests with that addon'],
];
const isLeftOut = (line: string) => leftOut.some(([start]) => line.startsWith(start));

const common = [
  'device=cpu',
  'threads=1',
  'batchSize=8',
  'data.workers=1',
  'data.imageSize=28',
  'data.evalCrop=1',
  'model.patchSize=4',
  'model.dim=16',
  'model.heads=2',
  'schedule.warmup.steps=1',
  'optimizer.accumulate=1',
];

/** A training command with overrides that shrink it; other commands as they are. */
function shrink(line: string): string {
  const stage = /^beit2 (tokenizer train|pretrain|finetune) /.exec(line)?.[1];
  if (stage === undefined) return line;
  const own = [...common, line.includes('--profile') ? 'duration.steps=14' : 'duration.steps=2'];
  if (stage === 'tokenizer train') {
    own.push('model.depth=2', 'quantizer.codes=8', 'quantizer.codeDim=4', 'quantizer.revive=null');
    const isTaughtByRun = line.includes('teacher.path=runs/');
    if (!isTaughtByRun) own.push(`teacher={ kind: beit2, path: ${demoTeacher}, imageSize: 28 }`);
  } else own.push('model.depth=6'); // --block 6 of a page
  if (stage === 'pretrain') {
    own.push('masking.masked=0.4', 'masking.minBlock=2');
    const isOnPixels = line.includes('kind: pixels') || line.includes('demo-teacher');
    if (!isOnPixels) own.push('target.imageSize=28');
    const isAlone = line.includes('aggregation') || line.includes('demo-teacher');
    if (!isAlone) own.push('model.aggregation={ earlyLayer: 1, layers: 1, sharedHead: true }');
  }
  return `${line} ${own.map((word) => `'${word}'`).join(' ')}`;
}

/** Runs a line by the shell, `beit2` being the command of this repository. */
function run(line: string, cwd: string): string {
  const script = `beit2() { '${process.execPath}' '${bin}' "$@"; }; ${line}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    cwd,
    encoding: 'utf8',
    timeout: 600_000,
  });
  expect({ line, status, stderr: status === 0 ? '' : stderr }).toEqual({ line, status: 0, stderr: '' });
  return stdout + stderr;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Starts a `beit2 serve` line. @returns once it answers, what ends it as a user would and expects exit code 0 */
async function serve(line: string, cwd: string): Promise<() => Promise<void>> {
  const words = line.split(' ').slice(1);
  const server = spawn(process.execPath, [bin, ...words], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const exit = once(server, 'exit');
  let printed = '';
  const isUp = new Promise<void>((resolve) => {
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (bytes: Buffer) => {
        printed += bytes.toString();
        if (printed.includes('Serving')) resolve();
      });
  });
  await Promise.race([isUp, exit]);
  return async () => {
    server.kill('SIGTERM');
    const [status] = (await exit) as [number | null];
    expect({ line, status, printed }).toEqual({ line, status: 0, printed });
  };
}

/** The commands of a page in order; `…` stands for what the line before has there. */
function commandsOf(page: string): string[] {
  const lines = blocksOf(page)
    .filter(({ language, text }) => language === 'sh' || (language === '' && text.startsWith('beit2 ')))
    .flatMap(({ text }) => text.replaceAll('\\\n', ' ').split('\n'))
    .map((line) => line.replace(/ +#.*$/, '').trim())
    .filter((line) => line !== '');
  return lines.map((line) => {
    const whole = /^(beit2 \w+ \S+) … (.*)$/.exec(line);
    if (!whole) return line;
    const [, start = '', rest = ''] = whole;
    const before = lines.find((other) => other.startsWith(`${start} `) && !other.includes('…')) ?? '';
    return `${before} ${rest}`;
  });
}

/** Names below runs/ that a page's trainings make. */
function trainedBy(commands: readonly string[]): string[] {
  return commands.flatMap((line) => {
    const recipe = /^beit2 (?:tokenizer train|pretrain|finetune) ([\w-]+)/.exec(line)?.[1];
    if (recipe === undefined) return [];
    return [/--run runs\/(\S+)/.exec(line)?.[1] ?? recipe];
  });
}

let store = '';
beforeAll(async () => {
  store = mkdtempSync(join(tmpdir(), 'commands-'));
  for (const name of ['photos/train', 'photos/val', 'labelled/train', 'labelled/test'])
    await makePictures(join(store, name));
  mkdirSync(join(store, 'tiles'));
  for (const name of ['a', 'b', 'c']) {
    const values = Uint16Array.from({ length: 40 * 40 * 13 }, (_, i) => (i * 31) % 10_000);
    writeFileSync(join(store, 'tiles', `${name}.tif`), makeTiff(40, 40, 13, values));
  }
  for (const name of ['cat', 'dog'])
    copyFileSync(join(store, 'photos/train/across/0.png'), join(store, `${name}.jpg`));
  run('tar -cf cifar10-train.tar -C labelled/train . && tar -cf cifar10-test.tar -C labelled/test .', store);
  const labelled = 'data.train=labelled/train data.val=labelled/test';
  for (const name of ['tokenizer-base-clip', 'cifar10-tokenizer'])
    run(shrink(`beit2 tokenizer train ${name} data.train=photos/`), store);
  run(
    shrink('beit2 pretrain pretrain-base-300 data.train=photos/ target.path=runs/tokenizer-base-clip'),
    store,
  );
  run(shrink(`beit2 pretrain cifar10-pretrain ${labelled} target.path=runs/cifar10-tokenizer`), store);
  for (const name of ['finetune-base', 'cifar10-finetune'])
    run(shrink(`beit2 finetune ${name} ${labelled} --init runs/pretrain-base-300`), store);
});
afterAll(() => rmSync(store, { recursive: true, force: true }));

/** A page's folder: the pictures, and the runs that it takes as given. */
function folderFor(page: string, commands: readonly string[]): string {
  const folder = join(store, 'pages', page.replaceAll(/\W/g, '-'));
  mkdirSync(join(folder, 'runs'), { recursive: true });
  const given = [
    'photos',
    'labelled',
    'tiles',
    'cat.jpg',
    'dog.jpg',
    'cifar10-train.tar',
    'cifar10-test.tar',
  ];
  for (const name of given) symlinkSync(join(store, name), join(folder, name));
  const own = trainedBy(commands);
  for (const name of readdirSync(join(store, 'runs')).filter((run) => !own.includes(run)))
    cpSync(join(store, 'runs', name), join(folder, 'runs', name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  return folder;
}

const withCommands = pages.filter((page) => commandsOf(page).some((line) => !isLeftOut(line)));

test('the pages have commands, and each line left out is there', () => {
  expect(withCommands.length).toBeGreaterThan(6);
  const all = pages.flatMap(commandsOf);
  for (const [start] of leftOut) expect(all.some((line) => line.startsWith(start))).toBe(true);
});

test.each(withCommands)('%s', async (page) => {
  const ports = [await freePort(), await freePort()];
  const commands = commandsOf(page)
    .filter((line) => !isLeftOut(line))
    .map((line) => line.replace(/\b800([01])\b/, (_, digit) => String(ports[Number(digit)])))
    .map((line) => line.replace(/^curl /, 'curl --silent --show-error --fail-with-body '));
  const folder = folderFor(page, commands);
  const servers: (() => Promise<void>)[] = [];
  onTestFinished(async () => {
    for (const end of servers) await end();
  });
  for (const line of commands) {
    if (line.startsWith('beit2 serve ')) {
      servers.push(await serve(line, folder));
      continue;
    }
    const printed = run(shrink(line), folder);
    const next = /Next: (.*)\n/.exec(printed)?.[1];
    for (const command of next?.split(', or ') ?? []) run(command, folder);
    // A page may name the same file of features as the hint.
    rmSync(join(folder, next === undefined ? 'none' : 'features.safetensors'), { force: true });
  }
});

test.each(pages.flatMap(blocksOf).filter(({ language }) => language === 'yaml'))(
  'the recipe of $where',
  ({ text }) => {
    const path = join(store, 'own.yaml');
    writeFileSync(path, text);
    expect(run(`beit2 recipes '${path}'`, store)).toContain('stage: ');
  },
);
