/** Protects: files of torch.save are read value for value, nothing in them runs, and what is wrong is said in one sentence. */
import { UserError } from '#beit2/errors.js';
import { readCheckpoint } from '#beit2/formats/checkpoint.js';
import { writeTorchFile } from '#beit2/formats/pytorch/pytorch-writer.js';
import { readSafetensors } from '#beit2/formats/safetensors.js';
import { ZipWriter } from '#beit2/formats/zip-writer.js';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RawTensor } from '@beit2/torch/safetensors';

const fixtures = join(import.meta.dirname, '../fixtures/formats');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-torch-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function save(bytes: Uint8Array, name = 'case.pth'): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

function refusal(path: string, entry?: string): string {
  try {
    const { tensors } = readCheckpoint(path, { entry });
    for (const tensor of tensors.values()) tensor.read();
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as Error).message.replaceAll(folder, '.');
  }
  throw new Error('nothing was refused');
}

/** Compares with NAME.safetensors, which the script that made the file wrote beside it. */
function expectTensors(name: string, tensors: ReturnType<typeof readCheckpoint>['tensors']): void {
  const wanted = readSafetensors(join(fixtures, `${name}.safetensors`)).tensors;
  expect([...tensors.keys()].sort()).toEqual([...wanted.keys()].sort());
  for (const [key, tensor] of tensors) expect(tensor.read(), key).toEqual(wanted.get(key));
}

describe('files that PyTorch wrote (scripts/make-torch-fixtures.py)', () => {
  test('a TorchScript archive as OpenAI ships CLIP, its code and plain attributes left aside', () => {
    const { format, entry, tensors, meta } = readCheckpoint(join(fixtures, 'script.pt'));
    expect({ format, entry, meta }).toEqual({ format: 'TorchScript', entry: '', meta: {} });
    expect(tensors.get('visual.conv1.weight')?.dtype).toBe('float16');
    expectTensors('script', tensors);
  });

  test('NumPy arrays count as tensors, and plain values keep their types', () => {
    const { tensors, meta } = readCheckpoint(join(fixtures, 'values.pth'));
    expectTensors('values', tensors);
    expect(meta).toEqual({
      scalars: [0.1, 0.5, -2.5, -(2 ** 40), 200, true],
      path: '/data/images',
      counter: { '30': 1, '60': 2 },
      bytes: '2 bytes',
      set: [3],
      device: 'cuda:1',
      dtype: 'bfloat16',
      size: [2, 3],
      args: { lr: 5e-4, betas: [0.9, 0.98], resume: null, seed: '1152921504606846976' },
      infinite: Infinity,
    });
  });

  test('types that only untyped storages hold', () => {
    expectTensors('wide', readCheckpoint(join(fixtures, 'wide.pth')).tensors);
  });

  test('the state of an optimizer is an entry like any other', () => {
    const path = join(fixtures, 'training.pth');
    const { entry, tensors, meta } = readCheckpoint(path);
    expect(entry).toBe('state_dict');
    expect([...tensors.keys()]).toEqual(['weight', 'bias']);
    expect(meta).toMatchObject({
      epoch: 7,
      scheduler: { milestones: { '3': 1, '5': 1 }, last_epoch: 0 },
      optimizer: {
        param_groups: [
          { lr_scale: 0.5, params: [0] },
          { weight_decay: 0, params: [1] },
        ],
        state: { '0': { exp_avg: { dtype: 'float32', shape: [2, 3] } } },
      },
    });
    expectTensors('training', readCheckpoint(path, { entry: 'optimizer' }).tensors);
    expect([...readCheckpoint(path, { entry: '' }).tensors.keys()]).toContain('optimizer.state.0.exp_avg');
  });

  test('the older format, with shared and strided storages', () => {
    const { format, tensors } = readCheckpoint(join(fixtures, 'legacy.pth'));
    expect(format).toBe('torch legacy');
    expectTensors('legacy', tensors);
  });

  test('the prefix of DistributedDataParallel is taken off', () => {
    expectTensors('ddp', readCheckpoint(join(fixtures, 'ddp.pth')).tensors);
  });
});

describe('what stands beside the weights (scripts/make-beside-fixtures.py)', () => {
  test('a tensor at the top does not hide the state dict, and classes that only Python knows stay unread', () => {
    const { entry, tensors, meta, unknown, stripped } = readCheckpoint(join(fixtures, 'beside.pth'));
    expect({ entry, unknown, stripped }).toEqual({
      entry: 'state_dict',
      unknown: ['lightning_like.AttributeDict'],
      stripped: ['_orig_mod.', 'model.'],
    });
    expectTensors('beside', tensors);
    expect(meta).toEqual({
      rng: { dtype: 'uint8', shape: [8] },
      hyper_parameters: '<lightning_like.AttributeDict>',
      counts: { seen: 3 },
      names: '<numpy.ndarray>',
      scalar: '<numpy.U3>',
      objects: '<numpy.ndarray>',
      empty: { dtype: 'float32', shape: [0, 3] },
      nothing: '0 bytes',
      frozen: [1],
    });
  });

  test('an averaged model loses its wrapper and its count', () => {
    const { tensors, stripped } = readCheckpoint(join(fixtures, 'averaged.pth'));
    expect(stripped).toEqual(['n_averaged', 'module.']);
    expectTensors('beside', tensors);
  });

  test('weights in several files of torch.save, by their index and by their folder', () => {
    for (const path of [
      join(fixtures, 'sharded'),
      join(fixtures, 'sharded', 'pytorch_model.bin.index.json'),
    ]) {
      const { tensors, format } = readCheckpoint(path);
      expect(format).toBe('sharded torch zip');
      expectTensors('beside', tensors);
    }
  });

  test('an old pickle protocol is named, not called damage', () => {
    expect(refusal(join(fixtures, 'text.pth'))).toMatch(
      /text\.pth contains a pickle of protocol 0 or 1, or something else, which is not supported\.$/,
    );
  });
});

test('what is written is read back, byte for byte', () => {
  const { tensors } = readSafetensors(join(fixtures, 'values.safetensors'));
  const odd = new Map<string, RawTensor>([
    ...tensors,
    ['empty', { dtype: 'float32', shape: [0, 4], data: new Uint8Array(0) }],
    ['scalar', { dtype: 'bool', shape: [], data: Uint8Array.of(1) }],
  ]);
  const path = join(folder, 'written.pth');
  writeTorchFile(path, odd);
  const { entry, tensors: read, meta } = readCheckpoint(path);
  expect({ entry, meta }).toEqual({ entry: 'model', meta: {} });
  expect(new Map([...read].map(([key, tensor]) => [key, tensor.read()]))).toEqual(odd);
});

/** A zip archive as torch.save writes it, with this pickle. */
function archive(pickle: Uint8Array, files: Record<string, Uint8Array> = {}): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new ZipWriter((bytes) => parts.push(Uint8Array.from(bytes)));
  zip.add('archive/data.pkl', pickle);
  for (const [name, data] of Object.entries(files)) zip.add(`archive/${name}`, data);
  zip.finish();
  return Buffer.concat(parts);
}

const text = (value: string): Buffer => Buffer.concat([Buffer.of(0x8c, value.length), Buffer.from(value)]);
const pickle = (...parts: (Uint8Array | string)[]): Buffer =>
  Buffer.concat([
    Buffer.of(0x80, 2),
    ...parts.map((part) => Buffer.from(part as string, 'latin1')),
    Buffer.from('.'),
  ]);

/** The pickle of a dict with one tensor, on a storage of `count` floats. */
function tensorPickle(offset: string, sizes: string, strides: string, count = 4): Buffer {
  const storage = Buffer.concat([
    Buffer.from('('),
    text('storage'),
    Buffer.from('ctorch\nFloatStorage\n'),
    text('0'),
    text('cpu'),
    Buffer.of(0x4b, count),
    Buffer.from('tQ'),
  ]);
  const rest = `${offset}(${sizes}t(${strides}t\x89}tR`;
  return pickle(
    '}',
    text('w'),
    'ctorch._utils\n_rebuild_tensor_v2\n(',
    storage,
    Buffer.from(rest, 'latin1'),
    's',
  );
}
const four = { 'data/0': new Uint8Array(16) };
const K = (value: number): string => `K${String.fromCharCode(value)}`;

test('the hand-made file of these cases is right where nothing is wrong', () => {
  const path = save(archive(tensorPickle(K(1), K(3), K(1)), four));
  expect(readCheckpoint(path).tensors.get('w')?.read()).toEqual({
    dtype: 'float32',
    shape: [3],
    data: new Uint8Array(12),
  });
});

describe('what is wrong is said in one sentence', () => {
  const damaged = './case.pth is damaged: ';
  const call = (module: string, name: string): Buffer =>
    pickle(`c${module}\n${name}\n`, text('touch /tmp/owned'), '\x85R');
  const cases: [string, () => Uint8Array, string | RegExp][] = [
    [
      'a name that would run something',
      () => archive(call('posix', 'system')),
      './case.pth is refused: it needs posix.system, but only tensors and plain values are read; save its state_dict() instead.',
    ],
    [
      'a function of Python itself, by the newer opcode',
      () => archive(pickle(text('builtins'), text('eval'), '\x93')),
      /^.\/case.pth is refused: it needs builtins.eval,/,
    ],
    ['a class of a model', () => archive(call('models.vit', 'Net')), /it needs models.vit.Net,/],
    [
      'an attribute of Object',
      () => archive(call('constructor', 'constructor')),
      /needs constructor.constructor,/,
    ],
    [
      'a tensor beyond its storage',
      () => archive(tensorPickle(K(2), K(3), K(1)), four),
      `${damaged}a tensor float32 [3] reaches beyond its storage of 16 bytes (at byte 223).`,
    ],
    [
      'a negative size',
      () => archive(tensorPickle(K(0), 'J\xff\xff\xff\xff', K(1)), four),
      /damaged: a tensor has no valid sizes, strides and offset/,
    ],
    [
      'an expanded tensor larger than the file',
      () => archive(tensorPickle(K(0), 'J\xff\xff\xff\x7f', K(0)), four),
      /damaged: a tensor float32 \[2147483647\] would take more memory than the whole file/,
    ],
    [
      'a storage shorter than it says',
      () => archive(tensorPickle(K(0), K(1), K(1), 5), four),
      /damaged: storage 0 has 16 bytes instead of 5 × float32/,
    ],
    [
      'a missing storage',
      () => archive(tensorPickle(K(0), K(1), K(1))),
      /damaged: the data of storage 0 is missing/,
    ],
    [
      'a value from an empty stack',
      () => archive(pickle('s')),
      /damaged: the pickle takes a value from an empty stack \(at byte \d+\)/,
    ],
    [
      'an opcode of another use',
      () => archive(pickle('}', 'i')),
      /damaged: 0x69 is not a pickle opcode that torch.save writes/,
    ],
    [
      'a call of a text',
      () => archive(pickle(text('x'), ')R')),
      /damaged: the pickle calls something that is not a function/,
    ],
    [
      'a text longer than the file',
      () => archive(pickle('X\xff\xff\xff\x7f')),
      /bytes were expected at byte \d+, but only/,
    ],
    [
      'a recalled value that was not stored',
      () => archive(pickle('h\x05')),
      /recalls value 5, which it did not store/,
    ],
    [
      'values that refer to each other without end',
      () => archive(pickle(']q\x00h\x00a')),
      './case.pth is refused: its values are nested too deeply or refer to each other too often.',
    ],
    [
      'a flood of dicts',
      () => archive(Buffer.concat([Buffer.of(0x80, 2), Buffer.alloc(30_000_000, '}'), Buffer.from('.')])),
      "./case.pth is refused: its values would need far more memory than the file's size.",
    ],
    [
      'a flood of notes',
      () =>
        archive(
          Buffer.concat([
            Buffer.of(0x80, 4),
            Buffer.from('N'),
            Buffer.alloc(6_000_000, 0x94),
            Buffer.from('.'),
          ]),
        ),
      /values would need far more memory/,
    ],
    [
      'a list that is copied over and over',
      () => {
        const filled = Buffer.concat([Buffer.from(']q\x00('), Buffer.alloc(100_000, 'N'), Buffer.from('e')]);
        const copy = Buffer.from('c__builtin__\nset\nh\x00\x85R', 'latin1');
        return archive(pickle(filled, ...Array<Buffer>(20_000).fill(copy)));
      },
      /values would need far more memory/,
    ],
    ['no tensors', () => archive(pickle('}')), './case.pth holds no tensors.'],
    [
      'big-endian bytes',
      () => archive(tensorPickle(K(0), K(1), K(1)), { ...four, byteorder: Buffer.from('big') }),
      './case.pth was written in big-endian byte order, which is not supported.',
    ],
    [
      'a zip archive of something else',
      () => other(),
      './case.pth is a zip archive but not a torch.save file: it has no data.pkl.',
    ],
    [
      'a zip bomb',
      () => deflated(),
      './case.pth is refused: archive/data.pkl in it is compressed, and torch.save stores tensors as they are.',
    ],
    [
      'a truncated archive',
      () => readFileSync(join(fixtures, 'values.pth')).subarray(0, 2000),
      './case.pth is truncated: it begins as a zip archive but has no end record.',
    ],
    [
      'a truncated file of the older format',
      () => readFileSync(join(fixtures, 'legacy.pth')).subarray(0, -5),
      /^.\/case.pth is truncated: storage \d+ of \d+ bytes begins at byte \d+ of \d+.$/,
    ],
    [
      'an empty file',
      () => new Uint8Array(0),
      './case.pth is not a checkpoint: it is neither a safetensors file nor written by torch.save, it is empty.',
    ],
    ['a web page', () => Buffer.from('<!DOCTYPE html>'), /but a web page, perhaps in place of a download.$/],
    [
      'a pointer of Git LFS',
      () => Buffer.from('version https://git-lfs.github.com/spec/v1\n'),
      /but a Git LFS pointer; fetch the file that it points to.$/,
    ],
    ['another pickle', () => Buffer.from('80049500', 'hex'), /but some other Python pickle.$/],
  ];
  test.each(cases)('%s', (_, make, message) => {
    const path = save(make());
    const before = process.cpuUsage();
    const found = refusal(path);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(5); // seconds; one on an idle core
    if (typeof message === 'string') expect(found).toBe(message);
    else expect(found).toMatch(message);
  });

  test('an entry that is not there, by those that are', () => {
    expect(refusal(join(fixtures, 'training.pth'), 'ema')).toMatch(
      /has no entry "ema", only state_dict, optimizer, scheduler, epoch.$/,
    );
  });

  function other(): Uint8Array {
    const parts: Uint8Array[] = [];
    const zip = new ZipWriter((bytes) => parts.push(Uint8Array.from(bytes)));
    zip.add('word/document.xml', Buffer.from('<x/>'));
    zip.finish();
    return Buffer.concat(parts);
  }

  /** The smallest archive with a compressed file: a local header, its data, the directory, the end record. */
  function deflated(): Uint8Array {
    const name = Buffer.from('archive/data.pkl');
    const data = deflateRawSync(Buffer.alloc(1 << 20));
    const fields = Buffer.alloc(22);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4); // deflate
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(1 << 20, 18);
    const lengths = Buffer.from([name.length, 0, 0, 0]);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, lengths, name, data]);
    const record = Buffer.concat([
      Buffer.from('PK\x01\x02\x14\x00'),
      fields,
      lengths,
      Buffer.alloc(14),
      name,
    ]);
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06', 'latin1');
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(record.length, 12);
    end.writeUInt32LE(local.length, 16);
    return Buffer.concat([local, record, end]);
  }
});
