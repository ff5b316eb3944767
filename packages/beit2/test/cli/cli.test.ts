import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram } from '#beit2/cli/main.js';
import { systemSentence } from '#beit2/errors.js';
import { writeFileWhole } from '#beit2/files/file-access.js';
import { makeTiff } from '../data/rasters/make-tiff.js';

const bin = fileURLToPath(new URL('../../bin/beit2.js', import.meta.url));
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-cli-'));
  const picture = sharp({
    create: { width: 20, height: 10, channels: 3, background: { r: 255, g: 0, b: 51 } },
  });
  await picture.png().toFile(join(folder, 'red.png'));
  writeFileSync(join(folder, 'broken.jpg'), 'no picture');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function beit2(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('wrong usage exits with 2', () => {
  test.each([
    [['repor'], "error: unknown command 'repor'\n(Did you mean report?)"],
    [['report'], "error: missing required argument 'runs'"],
    [['pretrain', 'cifar10-pretrain', '--profile=5'], "error: unknown option '--profile=5'"],
    [['doctor', '--jsno'], "error: unknown option '--jsno'\n(Did you mean --json?)"],
    [
      ['data', 'pack', 'x', '-o', 'y', '--short-side', 'wide'],
      "argument 'wide' is invalid. Give a whole number of at least 1.",
    ],
    [
      ['eval', 'classify', 'x', '--corruptions', '--confusion', 'y.png'],
      "option '--confusion <file>' cannot be used with option '--corruptions [names]'",
    ],
  ])('%j', (args, message) => {
    const { status, stdout, stderr } = beit2(...args);
    expect(stderr).toContain(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});

describe('an error is one sentence and exits with 1', () => {
  test('without a stack', () => {
    const { status, stdout, stderr } = beit2('recipes', 'pretrain', 'optimizer.lrr=1');
    expect(stderr).toBe(
      'error: the command line: unknown key "optimizer.lrr"; the nearest known one is "optimizer.lr".\n',
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });

  test('with a stack under --debug, wherever it stands', () => {
    const { stderr } = beit2('report', join(folder, 'none'), '--debug');
    expect(stderr).toContain('holds no metrics yet');
    expect(stderr).toMatch(/\n {4}at /);
  });
});

// A limit on the size of files makes writes fail half-way, as a full disk does.
describe.skipIf(process.platform === 'win32')('a full disk is one sentence', () => {
  let place = '';
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'beit2-full-'));
  });
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  const limited = (blocks: number, ...args: string[]) => {
    const script = `ulimit -f ${blocks}; exec "$0" "$@"`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script, process.execPath, bin, ...args], {
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  test('while shards are written, be it one large image or many small ones, and nothing is left behind', async () => {
    const noise = async (name: string, size: number): Promise<void> => {
      const data = randomBytes(3 * size * size); // does not compress
      await sharp(data, { raw: { width: size, height: size, channels: 3 } })
        .png()
        .toFile(name);
    };
    const [large, small] = [join(place, 'large'), join(place, 'small')];
    for (const path of [large, small]) mkdirSync(path);
    await noise(join(large, '0.png'), 300);
    for (let i = 0; i < 60; i++) await noise(join(small, `${i}.png`), 30);
    for (const source of [large, small]) {
      const out = `${source}-shards`;
      const { status, stderr } = limited(32, 'data', 'pack', source, '-o', out);
      expect(stderr).toBe(`error: The disk is full: the shards in ${out} do not fit. Nothing was kept.\n`);
      expect(status).toBe(1);
    }
    expect(readdirSync(place).filter((name) => name.includes('shards'))).toEqual([]);
  });

  test('while a page is written, and the page that was there stays', () => {
    const run = join(place, 'reported');
    mkdirSync(run);
    writeFileSync(join(run, 'metrics.jsonl'), '{"step":1,"loss":2}\n');
    const page = join(run, 'report.html');
    const before = '<meta name="generator" content="beit2">the page before';
    writeFileSync(page, before);
    const { status, stderr } = limited(1, 'report', run, '-o', page);
    expect(stderr).toBe(
      `error: ${page} cannot be written: the file would be larger than the system allows.\n`,
    );
    expect(status).toBe(1);
    expect(readFileSync(page, 'utf8')).toBe(before);
    expect(readdirSync(run).sort()).toEqual(['metrics.jsonl', 'report.html']);
  });

  test('while anything else is written, by name', () => {
    const file = join(place, 'nowhere', 'x.json');
    expect(() => writeFileWhole(file, () => undefined)).toThrow(
      `${file} cannot be written: its folder does not exist.`,
    );
    const error = thrownBy(() => readFileSync(file));
    expect(systemSentence(error)).toBe(`There is no file or folder ${file}.`);
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    const end = 'make room and run the command again (training continues with --resume).';
    expect(systemSentence(full)).toBe(`The disk is full; ${end}`);
    const named = Object.assign(full, { path: 'x.json' });
    expect(systemSentence(named)).toBe(`The disk is full: x.json could not be written; ${end}`);
    expect(systemSentence(new TypeError('a mistake of ours'))).toBeNull();
  });
});

function thrownBy(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test('help is quick, since no native library is loaded before a command runs', () => {
  const main = fileURLToPath(import.meta.resolve('#beit2/cli/main.js'));
  const script = `(await import(${JSON.stringify(main)})).buildProgram().helpInformation();
    console.log(process.report.getReport().sharedObjects.join('\\n'));`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(stdout).toContain('libc');
  expect(stdout).not.toMatch(/sharp|vips|onnxruntime|torch|beit2\.node/);
});

test('every command says what it does, and describes each argument and option', () => {
  const check = (command: ReturnType<typeof buildProgram>): void => {
    expect(command.description(), command.name()).not.toBe('');
    for (const option of command.options) expect(option.description, option.flags).not.toBe('');
    for (const argument of command.registeredArguments)
      expect(argument.description, argument.name()).not.toBe('');
    for (const sub of command.commands) check(sub);
  };
  check(buildProgram());
});

test('recipes lists the built-in ones, and prints one with overrides in place', () => {
  const list = beit2('recipes').stdout;
  expect(list).toContain('cifar10-pretrain ');
  for (const line of list.trim().split('\n')) expect(line, 'a whole sentence').toMatch(/\.$/);
  expect(beit2('recipes', 'cifar10-pretrain', 'optimizer.lr=0.25').stdout).toContain('\n  lr: 0.25 # peak\n');
});

test('report writes a page of a run', () => {
  writeFileSync(join(folder, 'metrics.jsonl'), '{"step":10,"loss":0.5}\n{"step":20,"loss":0.25}\n');
  const { status, stderr } = beit2('report', folder, '-o', join(folder, 'pages', 'run.html'));
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: `Wrote file://${join(folder, 'pages', 'run.html')}\n`,
  });
  expect(readFileSync(join(folder, 'pages', 'run.html'), 'utf8')).toContain('loss: 0.25 at the end');
});

test('data stats counts, measures and names broken files', () => {
  const { status, stdout } = beit2('data', 'stats', folder);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^images +2 in/);
  expect(stdout).toContain('mean       1.0000 0.0000 0.2000 (red, green, blue, in 0 to 1)');
  expect(stdout).toMatch(new RegExp(`broken +1\\n +${join(folder, 'broken.jpg')}: `));
  expect(JSON.parse(beit2('data', 'stats', folder, '--json').stdout)).toMatchObject({
    images: 2,
    formats: { png: 1 },
  });
});

test('data stats measures chosen bands, and gives their windows for a recipe', () => {
  const values = Uint16Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? 1000 + i : 5000));
  const tiles = mkdtempSync(join(tmpdir(), 'beit2-tiles-'));
  writeFileSync(join(tiles, 'a.tif'), makeTiff(10, 10, 2, values));
  const { stdout } = beit2('data', 'stats', tiles, '--channels', 'near=1,2', '--window', '0,10000');
  expect(stdout).toContain('0.1099 0.5000 (near, band 2, in 0 to 1)');
  expect(stdout).toContain('near: 1000 to 1198, 98 % from 1002 to 1196');
  expect(stdout).toContain('for a recipe: data.window=[[1002, 1196], [5000, 5001]]');
  const wrong = beit2('data', 'stats', tiles, '--channels', 'far=3');
  expect(wrong.stdout).toContain('it has no band 3, only 2 bands');
  expect(beit2('data', 'stats', tiles, '--window', '0,1').stderr).toContain('--window needs --channels');
  rmSync(tiles, { recursive: true });
});

test('data pack writes shards that data stats reads', () => {
  const shards = join(folder, 'shards');
  const { status, stdout } = beit2('data', 'pack', join(folder), '-o', shards, '--short-side', '5');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^skipped .*broken\.jpg: .*\nPacked 1 image \(0\.0 MB\) into 1 shard in /);
  expect(existsSync(join(shards, '000000.tar'))).toBe(true);
  expect(JSON.parse(beit2('data', 'stats', shards, '--json').stdout)).toMatchObject({
    width: { max: 10 },
    height: { max: 5 },
  });
});

test('doctor exits with 1 where something is missing', () => {
  const env = { ...process.env, BEIT2_CACHE: join(folder, 'empty-cache'), BEIT2_OFFLINE: '1' };
  const { status, stdout } = spawnSync(process.execPath, [bin, 'doctor'], { encoding: 'utf8', env });
  expect(stdout).toContain('MISSING');
  expect(status).toBe(1);
});

test('a start that fails leaves no run folder behind', () => {
  const run = join(folder, 'never-began');
  const { status, stderr } = beit2(
    'pretrain',
    'demo-pretrain',
    `data.train=${join(folder, 'none')}`,
    'target.kind=pixels',
    'target.normalize=true',
    '--run',
    run,
  );
  expect(stderr).toContain(join(folder, 'none'));
  expect(status).toBe(1);
  expect(existsSync(run)).toBe(false);
});

describe('standard output that takes nothing more', () => {
  const shell = (script: string) =>
    spawnSync('bash', ['-c', script], {
      encoding: 'utf8',
      env: { ...process.env, BEIT2: bin, NODE: process.execPath },
    });

  test('a full device: one sentence and exit code 1', () => {
    const { status, stderr } = shell('"$NODE" "$BEIT2" recipes > /dev/full');
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'error: Standard output cannot be written: no space left on the device.\n',
    });
  });

  test('a reader that has gone: silence, and the code of SIGPIPE', () => {
    const { stdout, stderr } = shell('"$NODE" "$BEIT2" recipes --json | true; echo "${PIPESTATUS[0]}"');
    expect({ stdout, stderr }).toEqual({ stdout: '141\n', stderr: '' });
  });
});

test('recipes as JSON', () => {
  const listed = JSON.parse(beit2('recipes', '--json').stdout) as { name: string; description: string }[];
  expect(listed.map(({ name }) => name)).toContain('demo-tokenizer');
  expect(JSON.parse(beit2('recipes', 'demo-tokenizer', '--json').stdout)).toMatchObject({
    stage: 'tokenizer',
  });
});

test('doctor finds what this machine has', () => {
  const findings = JSON.parse(beit2('doctor', '--json').stdout) as {
    name: string;
    state: string;
    text: string;
  }[];
  expect(findings.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'Node',
      'machine',
      'libtorch',
      'CUDA',
      'sharp',
      'onnxruntime-node',
      'disk',
      'cache',
    ]),
  );
  expect(findings.find(({ name }) => name === 'Node')).toMatchObject({ state: 'ok' });
  expect(findings.find(({ name }) => name === 'libtorch')?.text).toMatch(/^2\.\d+\.\d+/);
});

describe('training and measuring from the command line', () => {
  const tiny = [
    'device=cpu',
    'threads=1',
    'batchSize=4',
    'data.workers=1',
    'data.imageSize=16',
    'model.dim=16',
    'model.depth=2',
    'model.heads=2',
    'model.aggregation=null',
    'masking.minBlock=2',
    'schedule.warmup.steps=1',
    'target={ kind: pixels, normalize: true }',
    'log.every=1',
  ];
  let run = '';
  let images = '';
  beforeAll(async () => {
    run = join(folder, 'runs', 'tiny');
    images = join(folder, 'labelled');
    for (const [name, color] of [
      ['red', '#ff0000'],
      ['blue', '#0000ff'],
    ] as const) {
      mkdirSync(join(images, name), { recursive: true });
      for (let i = 0; i < 4; i++) {
        const picture = sharp({ create: { width: 16, height: 16, channels: 3, background: color } });
        await picture.png().toFile(join(images, name, `${i}.png`));
      }
    }
  });

  test('pretrain writes a run and says what to do next', () => {
    const { status, stdout, stderr } = beit2(
      'pretrain',
      'demo-pretrain',
      ...tiny,
      `data.train=${images}`,
      `data.val=${images}`,
      'duration.steps=2',
      '--run',
      run,
      '--json',
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.findLast(({ stage }) => stage !== undefined)).toMatchObject({
      stage: 'pretrain',
      step: 2,
      total: 2,
    });
    expect(lines.at(-1)).toMatchObject({
      event: 'message',
      level: 'info',
      rank: 0,
      message: `Done: ${run}. Next: beit2 eval linear ${run}, or beit2 report ${run}`,
    });
  });

  test('a finished run resumes to its end, and with another recipe it is refused', () => {
    expect(beit2('pretrain', '--run', run, '--resume').status).toBe(0);
    const { status, stderr } = beit2('pretrain', 'optimizer.lr=0.1', '--run', run, '--resume');
    expect(stderr).toContain(
      'with optimizer.lr from 0.0025 to 0.1 would change its later steps; add --allow-changes',
    );
    expect(status).toBe(1);
  });

  test('eval knn and eval linear measure it', () => {
    expect(JSON.parse(beit2('eval', 'knn', run, '-k', '1', '--json').stdout)).toEqual({
      neighbours: 1,
      cls: 1,
      mean: 1,
    });
    const probe = JSON.parse(beit2('eval', 'linear', run, '--random', '--json').stdout) as Record<
      string,
      { accuracy: number }
    >;
    expect(probe.mean?.accuracy).toBe(1);
  });

  test('a run without labels is one sentence', () => {
    const { status, stderr } = beit2('eval', 'knn', run, '--train', join(images, 'red'), '--test', images);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^error: The training images have no labels/);
  });
});
