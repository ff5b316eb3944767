/** Protects: a check finds what is broken, repeated, or labelled in two ways, and training leaves out what its list names. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { checkSource } from '#beit2/data/checking/check-source.js';
import { hashDistance, perceptualHash } from '#beit2/data/checking/perceptual-hash.js';
import { decodeImage } from '#beit2/data/pixels/decode.js';
import { openSource } from '#beit2/data/sources/open-source.js';
import { withoutQuarantined, writeQuarantine } from '#beit2/data/sources/quarantine.js';
import { CounterRandom } from '#beit2/data/random.js';
import { folderOf, messageOf, tarOf } from '../fixtures.js';

/** Soft blots at random: like a photo, it has something at every low frequency. */
async function picture(seed: number): Promise<Buffer> {
  const random = new CounterRandom(seed);
  const blots = Uint8Array.from({ length: 12 * 9 * 3 }, () => random.int(256));
  const raw = sharp(blots, { raw: { width: 12, height: 9, channels: 3 } });
  return raw.resize(240, 180, { kernel: 'cubic' }).png().toBuffer();
}

const [one, other, third] = [await picture(1), await picture(2), await picture(3)];
const smaller = await sharp(one).resize(160, 120).jpeg({ quality: 70 }).toBuffer();

test('names broken images, repeated ones, near ones and labels that disagree, on any number of threads', async () => {
  const root = folderOf({
    'cat/1.png': one,
    'cat/2.png': one,
    'cat/3.jpg': smaller,
    'cat/4.png': third,
    'dog/1.png': other,
    'dog/2.png': one.subarray(0, 200),
    'dog/3.png': third,
  });
  const source = await openSource(root);
  const expected = [
    { index: 1, problem: 'duplicate', of: 0 },
    { index: 2, problem: 'near-duplicate', of: 0 },
    { index: 3, problem: 'label-conflict', of: 3 },
    { index: 5, problem: 'broken', reason: expect.any(String) as string },
    { index: 6, problem: 'label-conflict', of: 3 },
  ];
  for (const workers of [1, 3]) {
    let progress = 0;
    const result = await checkSource(source, { workers, onProgress: (done) => (progress = done) });
    expect(result).toEqual({ images: 7, problems: expected, emptyClasses: [] });
    expect(progress).toBe(7);
  }
});

test('finds small pictures again that were compressed, made lighter or resized, and takes no others for them', async () => {
  const files: Record<string, Buffer> = {};
  for (let seed = 10; seed < 30; seed++) {
    const small = await sharp(await picture(seed))
      .resize(28, 28, { fit: 'fill' })
      .png()
      .toBuffer();
    files[`${seed}-a.png`] = small;
    files[`${seed}-b.jpg`] = await sharp(small).jpeg({ quality: 75 }).toBuffer();
    files[`${seed}-c.png`] = await sharp(small).linear(1.1, 0).png().toBuffer();
    files[`${seed}-d.png`] = await sharp(small).resize(42, 42).png().toBuffer();
  }
  const { problems } = await checkSource(await openSource(folderOf(files)));
  expect(problems.length).toBeGreaterThan(57); // of 60
  for (const problem of problems)
    expect(problem).toEqual({
      index: problem.index,
      problem: 'near-duplicate',
      of: problem.index - (problem.index % 4),
    });
});

test('names classes without images', async () => {
  const root = folderOf({
    'a.tar': await tarOf({ '1.png': one, '1.cls': '2', '2.png': other, '2.cls': '0' }),
  });
  expect((await checkSource(await openSource(join(root, 'a.tar')))).emptyClasses).toEqual(['1']);
});

test('a perceptual hash survives resizing, compression and brightness, and tells pictures apart', async () => {
  const hashOf = async (bytes: Buffer) => perceptualHash(await decodeImage(bytes));
  const lighter = await sharp(one).linear(0.9, 10).png().toBuffer();
  const from = await hashOf(one);
  expect(hashDistance(from, await hashOf(smaller))).toBeLessThanOrEqual(3);
  expect(hashDistance(from, await hashOf(lighter))).toBeLessThanOrEqual(3);
  for (const different of [other, third])
    expect(hashDistance(from, await hashOf(different))).toBeGreaterThan(12);
  expect(hashDistance([0xffff_ffff, 0], [0, 0x8000_0001])).toBe(34);
});

test('a list leaves its images out, wherever they lie, and is not taken for others', async () => {
  const files = { 'a/1.png': one, 'a/2.png': other, 'a/3.png': third };
  const root = folderOf(files);
  const list = join(root, 'quarantine.jsonl');
  writeQuarantine(list, await openSource(join(root, 'a')), [{ index: 1 }]);
  const kept = withoutQuarantined(await openSource(join(folderOf(files), 'a')), list);
  expect([0, 1].map((i) => kept.name(i).slice(-5))).toEqual(['1.png', '3.png']);
  expect(kept.length).toBe(2);
  const fewer = await openSource(join(folderOf({ 'a/1.png': one }), 'a'));
  expect(await messageOf(Promise.resolve().then(() => withoutQuarantined(fewer, list)))).toBe(
    `UserError: ${list} belongs to other images (3 of them, not 1): run \`beit2 data check\` again.`,
  );
  writeFileSync(list, `${readFileSync(list, 'utf8')}{"index":`);
  expect(await messageOf(Promise.resolve().then(() => withoutQuarantined(kept, list)))).toContain(
    'belongs to other images',
  );
  const same = await openSource(join(root, 'a'));
  expect(await messageOf(Promise.resolve().then(() => withoutQuarantined(same, list)))).toBe(
    `UserError: ${list} was not written by \`beit2 data check\`: line 3 is damaged.`,
  );
});
