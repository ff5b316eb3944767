/** Protects: a file counts as written only when the disk gives back the very bytes, whatever its length. */
import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hasChecksum } from '#beit2/files/checksum.js';
import { writeVerified } from '#beit2/files/verified-file.js';

const folder = mkdtempSync(join(tmpdir(), 'beit2-verified-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Bytes in pieces of a length that divides nothing. */
function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 1_000_003)
    yield bytes.subarray(start, start + 1_000_003);
}

test.each([0, 1, 4095, 4096, 4 << 20, (4 << 20) + 1, 9_000_001])('%d bytes', (length) => {
  const bytes = Uint8Array.from({ length }, (_, i) => (i * 2654435761) >>> 24);
  const path = join(folder, String(length));
  writeFileSync(path, 'what was there before, longer than nothing');
  const checksum = writeVerified(path, () => pieces(bytes));
  expect(Buffer.compare(readFileSync(path), bytes)).toBe(0);
  expect(hasChecksum(path, checksum)).toBe(true);
  expect(hasChecksum(path, createHash('sha256').update(bytes).digest('hex'))).toBe(true); // as earlier versions noted it
  appendFileSync(path, 'x');
  expect(hasChecksum(path, checksum)).toBe(false);
});

test('the checksum is CRC-32 as others compute it', () => {
  const path = join(folder, 'digits');
  expect(writeVerified(path, () => [Buffer.from('12345'), Buffer.from('6789')])).toBe('crc32:cbf43926');
});

test.each([
  ['another byte', (bytes: Uint8Array) => bytes.fill(1, 5_000_000, 5_000_001)],
  ['more bytes', (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.of(0)])],
  ['fewer bytes', (bytes: Uint8Array) => bytes.subarray(0, -1)],
])('%s on the disk is an error', (_, change) => {
  let asked = 0;
  const given = () => pieces(asked++ === 0 ? new Uint8Array(6_000_000) : change(new Uint8Array(6_000_000)));
  expect(() => writeVerified(join(folder, 'wrong'), given)).toThrow(
    /wrong reads back differently from what was written/,
  );
});
