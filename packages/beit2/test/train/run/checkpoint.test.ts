import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RawTensor } from '@beit2/torch/safetensors';
import { UserError } from '#beit2/errors.js';
import {
  CheckpointStore,
  findCheckpoint,
  openCheckpoint,
  type Tensors,
} from '#beit2/train/run/checkpoint.js';
import { pointTo, readPointer } from '#beit2/files/durable-files.js';

let run = '';
let warnings: string[] = [];
beforeEach(() => {
  run = mkdtempSync(join(tmpdir(), 'beit2-run-'));
  warnings = [];
});
afterEach(() => rmSync(run, { recursive: true, force: true }));

const open = (keep = 2) => new CheckpointStore(run, keep, (sentence) => void warnings.push(sentence));

function tensors(value: number, length = 3): Tensors {
  const raw: RawTensor = {
    dtype: 'float32',
    shape: [length],
    data: new Uint8Array(new Float32Array(length).fill(value).buffer),
  };
  return new Map([['weight', { dtype: raw.dtype, shape: raw.shape, read: () => raw }]]);
}

function save(store: CheckpointStore, step: number): string {
  const state = {
    step,
    epoch: 1,
    epochStep: step * 8,
    generators: { cpu: 'AQID' },
    values: { seen: [1, 2] },
  };
  return store.save(state, { model: tensors(step), optimizer: tensors(-step) });
}

const file = (step: number, name: string) =>
  join(run, 'checkpoints', `step-${String(step).padStart(8, '0')}`, name);

/** Message of the UserError that `act` throws. */
function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}

describe('a saved checkpoint', () => {
  test('gives everything back, and lies where the design says', () => {
    const path = save(open(), 1200);
    expect(path).toBe(join(run, 'checkpoints', 'step-00001200'));
    expect(readdirSync(path).sort()).toEqual(['model.safetensors', 'optimizer.safetensors', 'state.json']);
    const checkpoint = open().newest();
    expect(checkpoint?.state).toEqual({
      step: 1200,
      epoch: 1,
      epochStep: 9600,
      generators: { cpu: 'AQID' },
      values: { seen: [1, 2] },
    });
    const weight = checkpoint?.read('optimizer').get('weight')?.read();
    expect(new Float32Array(weight?.data.slice().buffer ?? new ArrayBuffer(0))).toEqual(
      new Float32Array([-1200, -1200, -1200]),
    );
    expect(readlinkSync(join(run, 'latest'))).toBe(join('checkpoints', 'step-00001200'));
    expect(warnings).toEqual([]);
  });

  test('has no part that was not saved', () => {
    const path = save(open(), 1);
    expect(messageOf(() => openCheckpoint(path).read('ema'))).toBe(
      `${path} holds no ema.safetensors, only model.safetensors, optimizer.safetensors.`,
    );
  });

  test('of the same step takes the place of the first', () => {
    save(open(), 5);
    appendFileSync(file(5, 'model.safetensors'), 'x');
    save(open(), 5);
    expect(open().newest()?.state.step).toBe(5);
    expect(readdirSync(join(run, 'checkpoints'))).toEqual(['step-00000005']);
  });
});

test('only the newest are kept, and "latest" points to the last', () => {
  const store = open(2);
  for (const step of [1, 2, 3]) save(store, step);
  expect(store.names()).toEqual(['step-00000002', 'step-00000003']);
  expect(readPointer(join(run, 'latest'))).toBe(join('checkpoints', 'step-00000003'));
});

describe('a damaged newest checkpoint is passed over with a warning', () => {
  test.each([
    [
      'a changed byte',
      (path: string) => appendFileSync(join(path, 'model.safetensors'), 'x'),
      /^.* is damaged: model.safetensors does not match its checksum\. Resuming from step-00000001 instead\.$/,
    ],
    [
      'a missing file',
      (path: string) => rmSync(join(path, 'optimizer.safetensors')),
      /^.* is incomplete: optimizer.safetensors is missing\. Resuming from step-00000001 instead\.$/,
    ],
    [
      'half a state',
      (path: string) => writeFileSync(join(path, 'state.json'), '{"step": 2,'),
      /^.* is not a checkpoint: its state.json is unreadable\. Resuming from step-00000001 instead\.$/,
    ],
    [
      'no state',
      (path: string) => rmSync(join(path, 'state.json')),
      /^.* is not a checkpoint: its state.json is missing\. Resuming from step-00000001 instead\.$/,
    ],
  ])('%s', (_, damage, warning) => {
    const store = open();
    save(store, 1);
    damage(save(store, 2));
    expect(store.newest()?.state.step).toBe(1);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(warning);
  });

  test('and when none is whole, that is an error rather than a start from nothing', () => {
    const store = open();
    rmSync(join(save(store, 1), 'model.safetensors'));
    expect(messageOf(() => store.newest())).toMatch(
      /^No complete checkpoint is left in .*model.safetensors is missing\.$/,
    );
  });
});

test('a run without checkpoints has none', () => {
  expect(open().newest()).toBeNull();
  expect(open().newestPath()).toBeNull();
});

test('what a killed process left half written is removed, and never taken for a checkpoint', () => {
  save(open(), 1);
  const stale = join(run, 'checkpoints', '.saving-step-00000002-99999');
  mkdirSync(stale);
  writeFileSync(join(stale, 'model.safetensors'), 'half');
  expect(open().newest()?.state.step).toBe(1);
  open().clean();
  expect(existsSync(stale)).toBe(false);
  expect(open().names()).toEqual(['step-00000001']);
});

test('an error while a tensor is read leaves the checkpoints before it, and nothing else', () => {
  const store = open();
  save(store, 1);
  const failing: Tensors = new Map([
    [
      'weight',
      {
        dtype: 'float32',
        shape: [1],
        read: () => {
          throw new Error('device lost');
        },
      },
    ],
  ]);
  const state = { step: 2, epoch: 0, epochStep: 0, generators: {}, values: {} };
  expect(() => store.save(state, { model: failing })).toThrow('device lost');
  expect(readdirSync(join(run, 'checkpoints'))).toEqual(['step-00000001']);
  expect(store.newest()?.state.step).toBe(1);
});

// A limit on file size makes writes fail half-way, as a full disk does.
test.skipIf(process.platform === 'win32')(
  'a full disk is one clear sentence, and the checkpoint before it is intact',
  () => {
    const module = fileURLToPath(import.meta.resolve('#beit2/train/run/checkpoint.js'));
    const script = `
    const { CheckpointStore } = await import(${JSON.stringify(module)});
    const store = new CheckpointStore(${JSON.stringify(run)}, 2, console.log);
    const save = (step, length) => store.save(
      { step, epoch: 0, epochStep: 0, generators: {}, values: {} },
      { model: new Map([['weight', { dtype: 'float32', shape: [length], read: () => ({ dtype: 'float32', shape: [length], data: new Uint8Array(4 * length) }) }]]) },
    );
    save(10, 10);
    try { save(20, 1_000_000); } catch (error) { console.log(error.name + ': ' + error.message); }
  `;
    const output = execFileSync(
      'bash',
      ['-c', 'ulimit -f 64; exec "$0" --input-type=module -e "$1"', process.execPath, script],
      {
        encoding: 'utf8',
      },
    );
    expect(output.replace(/\(\d+ MB free\)/, '(N MB free)')).toBe(
      `UserError: The checkpoint of step 20 could not be saved: the disk of ${run} is full (N MB free); ` +
        'step-00000010 is intact; free some space and continue with --resume.\n',
    );
    expect(open().newest()?.state.step).toBe(10);
    expect(readdirSync(join(run, 'checkpoints'))).toEqual(['step-00000010']);
  },
);

describe('findCheckpoint takes', () => {
  test('a run, a checkpoint, the "latest" link, and "latest" as a file where there are no links', () => {
    const store = open();
    save(store, 1);
    const path = save(store, 2);
    expect(findCheckpoint(run, () => undefined).path).toBe(path);
    expect(findCheckpoint(file(1, ''), () => undefined).state.step).toBe(1);
    const latest = join(run, 'latest');
    expect(findCheckpoint(latest, () => undefined).state.step).toBe(2);
    rmSync(latest);
    writeFileSync(latest, `${join('checkpoints', 'step-00000001')}\n`);
    expect(findCheckpoint(latest, () => undefined).state.step).toBe(1);
  });

  test('nothing else', () => {
    expect(messageOf(() => findCheckpoint(join(run, 'none'), () => undefined))).toBe(
      `There is no checkpoint at ${join(run, 'none')}: the path does not exist.`,
    );
    const text = join(run, 'notes.txt');
    for (const content of ['no pointer', 'a long text\n'.repeat(1000)]) {
      writeFileSync(text, content);
      expect(messageOf(() => findCheckpoint(text, () => undefined))).toBe(
        `${text} is a file, not a run: give the folder of a run or of one of its checkpoints.`,
      );
    }
    expect(messageOf(() => findCheckpoint(run, () => undefined))).toBe(
      `${run} contains no checkpoint: give the folder of a run that saved one.`,
    );
  });
});

test('a pointer is swapped in one step', () => {
  const link = join(run, 'latest');
  pointTo(link, 'a');
  pointTo(link, 'b');
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readPointer(link)).toBe('b');
  expect(readdirSync(run)).toEqual(['latest']);
  expect(() => readFileSync(link)).toThrow();
});
