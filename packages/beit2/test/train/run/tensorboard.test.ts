import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { crc32c, TensorBoardWriter } from '#beit2/train/run/tensorboard.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-events-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Splits an event file into its records, checking both checksums of each as a reader does. */
function readRecords(file: Buffer): Buffer[] {
  const records: Buffer[] = [];
  const unmask = (masked: number) => {
    const rotated = (masked - 0xa282ead8) >>> 0;
    return ((rotated >>> 17) | (rotated << 15)) >>> 0;
  };
  for (let at = 0; at < file.length;) {
    const length = Number(file.readBigUInt64LE(at));
    expect(unmask(file.readUInt32LE(at + 8))).toBe(crc32c(file.subarray(at, at + 8)));
    const data = file.subarray(at + 12, at + 12 + length);
    expect(unmask(file.readUInt32LE(at + 12 + length))).toBe(crc32c(data));
    records.push(data);
    at += 16 + length;
  }
  return records;
}

type Field = number | Buffer;

/** A protobuf message as lists of values by field number; knows nothing of the writer. */
function decode(message: Buffer): Map<number, Field[]> {
  const fields = new Map<number, Field[]>();
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = message.readUInt8(at++);
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return Number(value);
    }
  };
  while (at < message.length) {
    const tag = varint();
    const kind = tag & 7;
    let value: Field;
    if (kind === 0) value = varint();
    else if (kind === 1) [value, at] = [message.readDoubleLE(at), at + 8];
    else if (kind === 5) [value, at] = [message.readFloatLE(at), at + 4];
    else {
      const length = varint();
      [value, at] = [message.subarray(at, at + length), at + length];
    }
    fields.set(tag >>> 3, [...(fields.get(tag >>> 3) ?? []), value]);
  }
  return fields;
}

function sub(field: Field | undefined): Map<number, Field[]> {
  if (!Buffer.isBuffer(field)) throw new Error('not a message');
  return decode(field);
}

test('crc32c of the published check string', () => {
  expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
});

test('an event file holds its version, then one summary a step', () => {
  const before = Date.now() / 1000;
  const writer = new TensorBoardWriter(folder, 0);
  writer.write(300, { loss: 0.5, 'code use': 0.84 });
  writer.write(123_456_789_012, { loss: -2 });
  writer.close();

  const [name = ''] = readdirSync(folder);
  expect(name).toMatch(/^events\.out\.tfevents\.\d{10}\./);
  const [version, first, second, ...rest] = readRecords(readFileSync(join(folder, name)));
  expect(rest).toEqual([]);
  if (!version || !first || !second) throw new Error('records are missing');
  expect(decode(version).get(3)?.[0]).toEqual(Buffer.from('brain.Event:2'));

  const event = decode(first);
  expect(event.get(1)?.[0]).toBeGreaterThanOrEqual(before);
  expect(event.get(2)).toEqual([300]);
  const values = sub(event.get(5)?.[0])
    .get(1)
    ?.map((value) => sub(value));
  expect(values?.map((value) => [value.get(1)?.[0]?.toString(), value.get(2)?.[0]])).toEqual([
    ['loss', 0.5],
    ['code use', Math.fround(0.84)],
  ]);
  expect(decode(second).get(2)).toEqual([123_456_789_012]);
});

test('a resumed run says so, that viewers drop what older files say after that step', () => {
  const writer = new TensorBoardWriter(folder, 40);
  writer.write(41, { loss: 1 });
  writer.close();
  const [name = ''] = readdirSync(folder);
  const start = readRecords(readFileSync(join(folder, name)))[1];
  if (!start) throw new Error('no second record');
  expect(decode(start).get(2)).toEqual([41]);
  expect(sub(decode(start).get(7)?.[0]).get(1)).toEqual([1]);
});

test('a start that fails before its first figure leaves no event file', () => {
  new TensorBoardWriter(folder, 0).close();
  expect(readdirSync(folder)).toEqual([]);
});
