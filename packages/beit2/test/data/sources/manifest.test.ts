/** Protects: a source opened from its manifest is the source, in every fact and byte, at no more than 16 bytes of memory an image. */
import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ImageSource } from '#beit2/data/sources/image-source.js';
import { writeManifest } from '#beit2/data/sources/manifest.js';
import { openReader, openSource } from '#beit2/data/sources/open-source.js';
import { contentOf } from '#beit2/data/sources/source-content.js';
import { limitSource } from '#beit2/data/sources/subset.js';
import { openSafetensors } from '#beit2/formats/safetensors.js';
import { folderOf, messageOf, tarOf } from '../fixtures.js';
import { zipOf } from '../zips.js';

async function factsOf(source: ImageSource): Promise<unknown> {
  const reader = openReader(structuredClone(source.describe())); // as in a worker thread
  const images = Array.from({ length: source.length }, async (_, i) => [
    source.name(i),
    source.label(i),
    Buffer.from(await source.read(i)).toString(),
    Buffer.from(await reader.read(i)).toString(),
    source.box?.(i),
    reader.box?.(i),
  ]);
  return { content: contentOf(source), classes: source.classes, images: await Promise.all(images) };
}

const shards = async () =>
  folderOf({
    'set/a.tar': await tarOf({ 'ünder/1.jpg': 'one', 'ünder/2.jpg': 'two', 'x.txt': 'no image' }),
    'set/b.tar': await tarOf({ 'x.txt': 'no image at all' }),
    'set/c.tar': await tarOf({ 'over/3.jpg': 'three' }),
  });

test.for<[what: string, make: () => Promise<string>, open?: string]>([
  ['tar files', shards],
  [
    'tar files with numbers for labels',
    async () => folderOf({ 'set/a.tar': await tarOf({ '1.jpg': 'a', '1.cls': '2' }) }),
  ],
  [
    'class folders',
    () => Promise.resolve(folderOf({ 'set/cat/1.jpg': 'a', 'set/cat/2.jpg': 'b', 'set/dog/1.png': 'c' })),
  ],
  [
    'a list with boxes',
    async () => {
      const files = { 'set/1.jpg': 'a', 'set/2.jpg': 'b' };
      const list = 'path,label,x,y,width,height\n1.jpg,10,,,,\n2.jpg,2,1,2,3,4\n1.jpg,2,5,6,7,8';
      return Promise.resolve(folderOf({ ...files, 'set/list.csv': list }));
    },
    'list.csv',
  ],
  [
    'zip files',
    () =>
      Promise.resolve(
        folderOf({
          'set/1.zip': zipOf([
            { name: 'a/1.jpg', contents: 'one' },
            { name: 'b/2.jpg', contents: 'two two two', method: 'deflated' },
          ]),
          'set/2.zip': zipOf([{ name: 'c/3.jpg', contents: 'three' }]),
        }),
      ),
  ],
  ['a folder without labels', () => Promise.resolve(folderOf({ 'set/1.jpg': 'a', 'set/2.jpg': 'b' }))],
])('%s, also after a move', async ([, make, open = '']) => {
  const root = await make();
  const set = join(root, 'set');
  const source = await openSource(join(set, open));
  const path = join(root, 'all.manifest');
  writeManifest(source, path);
  expect(await factsOf(await openSource(path))).toEqual(await factsOf(source));
  const limited = (whole: ImageSource) => contentOf(limitSource(whole, 1, 3));
  expect(limited(await openSource(path))).toEqual(limited(source));
  const elsewhere = folderOf({});
  for (const name of ['set', 'all.manifest'])
    cpSync(join(root, name), join(elsewhere, name), { recursive: true });
  renameSync(set, join(root, 'gone'));
  expect(await factsOf(await openSource(join(elsewhere, 'all.manifest')))).toEqual(
    await factsOf(await openSource(join(elsewhere, 'set', open))),
  );
});

test('holds 12 bytes an image in memory, and no names', async () => {
  const members = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`${i % 2}/${i}.jpg`, 'x']));
  const root = folderOf({ 'a.tar': await tarOf(members) });
  writeManifest(await openSource(join(root, 'a.tar')), join(root, 'a.manifest'));
  const source = await openSource(join(root, 'a.manifest'));
  const description = source.describe();
  if (description.kind !== 'tar') throw new Error('not of tar files');
  const { starts, blocks, sizes } = description.members;
  expect(blocks.byteLength + sizes.byteLength + 4 * source.length).toBe(12 * 1000);
  expect(starts.length).toBe(2);
  expect(blocks.buffer).toBeInstanceOf(SharedArrayBuffer); // one copy for all threads
});

test('says when a shard is another one, when it is damaged, and takes no part of a source', async () => {
  const root = await shards();
  const source = await openSource(join(root, 'set'));
  const path = join(root, 'all.manifest');
  writeManifest(source, path);
  expect(() => writeManifest(limitSource(source, 1, 0), path)).toThrow(
    'A manifest lists one folder, one list, or tar or zip files, not parts of them or several sources.',
  );
  const bytes = readFileSync(path);
  const at = openSafetensors(path).places.get('sizes')?.start ?? 0;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  const broken = join(root, 'broken.manifest');
  writeFileSync(broken, bytes);
  expect(await messageOf(openSource(broken))).toMatch(
    /is not a manifest of this version, or is damaged: write it again with/,
  );
  writeFileSync(join(root, 'set', 'a.tar'), 'short');
  expect(await messageOf(openSource(path))).toBe(
    `UserError: ${join(root, 'set', 'a.tar')} has 5 bytes instead of 6144, so ${path} is out of date: write it again with ` +
      '`beit2 data index`.',
  );
});
