import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram } from '#beit2/cli/main.js';

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
    [['report'], "error: missing required argument 'run'"],
    [['doctor', '--jsno'], "error: unknown option '--jsno'\n(Did you mean --json?)"],
    [
      ['data', 'pack', 'x', '-o', 'y', '--short-side', 'wide'],
      "argument 'wide' is invalid. Give a number of at least 1.",
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

test('help is quick, since no command loads its parts before it runs', () => {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    expect(beit2('--help').status).toBe(0);
    return performance.now() - start;
  });
  expect(Math.min(...times)).toBeLessThan(400); // aim 200 ms; the machine that tests may be busy
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
  expect(beit2('recipes').stdout).toContain('cifar10-pretrain ');
  expect(beit2('recipes', 'cifar10-pretrain', 'optimizer.lr=0.25').stdout).toContain('\n  lr: 0.25\n');
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
  expect(stdout).toMatch(/^images {4}2 in/);
  expect(stdout).toContain('mean      1.0000 0.0000 0.2000 (red, green, blue, in 0 to 1)');
  expect(stdout).toContain(`broken    1\n          ${join(folder, 'broken.jpg')}: `);
  expect(JSON.parse(beit2('data', 'stats', folder, '--json').stdout)).toMatchObject({
    images: 2,
    formats: { png: 1 },
  });
});

test('data pack writes shards that data stats reads', () => {
  const shards = join(folder, 'shards');
  const { status, stdout } = beit2('data', 'pack', join(folder), '-o', shards, '--short-side', '5');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^left out .*broken\.jpg: .*\nPacked 1 image \(0\.0 MB\) into 1 shard in /);
  expect(existsSync(join(shards, '000000.tar'))).toBe(true);
  expect(JSON.parse(beit2('data', 'stats', shards, '--json').stdout)).toMatchObject({
    width: { max: 10 },
    height: { max: 5 },
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
