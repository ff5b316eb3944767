import {
  chmodSync,
  existsSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  readFileSync,
  readdirSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { labelledAs, labelledOnly } from '#beit2/data/sources/classes.js';
import { expandPaths } from '#beit2/data/sources/expand-paths.js';
import type { ImageSource } from '#beit2/data/sources/image-source.js';
import { labelNotes } from '#beit2/data/sources/left-out.js';
import { compareNaturally } from '#beit2/data/sources/natural-order.js';
import { openReader, openSource } from '#beit2/data/sources/open-source.js';
import { PackedStrings } from '#beit2/data/sources/packed-strings.js';
import { limitSource, splitSource, subset } from '#beit2/data/sources/subset.js';
import { folderOf, messageOf, tarMember, tarOf } from '../fixtures.js';

let cache: string;
beforeEach(() => {
  cache = folderOf({});
  vi.stubEnv('BEIT2_CACHE', cache);
});
afterEach(() => vi.unstubAllEnvs());

function namesOf(source: ImageSource, root = ''): string[] {
  return Array.from({ length: source.length }, (_, i) =>
    source.name(i).slice(root === '' ? 0 : root.length + 1),
  );
}

function labelsOf(source: ImageSource): (number | undefined)[] {
  return Array.from({ length: source.length }, (_, i) => source.label(i));
}

async function textsOf(source: ImageSource): Promise<string[]> {
  const reader = openReader(structuredClone(source.describe())); // as in a worker thread
  return Promise.all(
    Array.from({ length: source.length }, async (_, i) => {
      const bytes = Buffer.from(await source.read(i));
      expect(Buffer.from(await reader.read(i))).toEqual(bytes);
      return bytes.toString();
    }),
  );
}

describe('a folder', () => {
  test('of class folders: labels by sorted folder, images sorted naturally', async () => {
    const root = folderOf({ 'dog/2.jpg': 'd2', 'dog/10.PNG': 'd10', 'cat/b.webp': 'cb', 'cat/a.tiff': 'ca' });
    const source = await openSource(root);
    expect(namesOf(source, root)).toEqual(['cat/a.tiff', 'cat/b.webp', 'dog/2.jpg', 'dog/10.PNG']);
    expect(source.classes).toEqual(['cat', 'dog']);
    expect(labelsOf(source)).toEqual([0, 0, 1, 1]);
    expect(await textsOf(source)).toEqual(['ca', 'cb', 'd2', 'd10']);
  });

  test('of any nesting: no labels', async () => {
    const nestings: Record<string, string>[] = [
      { 'a.jpg': '1', 'b.avif': '2' },
      { 'x/a.jpg': '1', 'b.gif': '2' },
      { 'x/y/a.jpg': '1', 'x/b.jpg': '2' },
      { 'only/a.jpg': '1', 'only/b.jpg': '2' },
    ];
    for (const files of nestings) {
      const source = await openSource(folderOf(files));
      expect([source.length, source.classes, source.label(0)]).toEqual([2, undefined, undefined]);
    }
  });

  test('class folders below one common folder keep their labels', async () => {
    const source = await openSource(folderOf({ 'images/train/a/1.jpg': '1', 'images/train/b/1.jpg': '2' }));
    expect(source.classes).toEqual(['a', 'b']);
  });

  test('leaves out other files, hidden ones, and folders that go round in circles', async () => {
    const root = folderOf({
      'a/1.jpg': '1',
      'a/notes.txt': 'x',
      'a/._1.jpg': 'x',
      '.hidden/2.jpg': 'x',
      'b/3.jpg': '3',
    });
    symlinkSync(root, join(root, 'a', 'loop'));
    symlinkSync(join(root, 'b', '3.jpg'), join(root, 'a', '4.jpg'));
    symlinkSync(join(root, 'nowhere'), join(root, 'a', '5.jpg'));
    expect(namesOf(await openSource(root), root)).toEqual(['a/1.jpg', 'a/4.jpg', 'b/3.jpg']);
  });

  test('without images, missing, unreadable: one sentence each', async () => {
    const root = folderOf({ 'x/notes.txt': '' });
    expect(await messageOf(openSource(root))).toBe(
      `UserError: No images in ${root}: looked for .jpg, .jpeg, .png, .webp, .tif, .tiff, .gif, .avif in it and the folders below.`,
    );
    expect(await messageOf(openSource(`${root}/none`))).toBe(
      `UserError: No such file or folder: ${root}/none.`,
    );
    expect(await messageOf(openSource(`${root}/x/notes.txt`))).toBe(
      `UserError: ${root}/x/notes.txt is not a folder, a tar or zip file, a list or an image.`,
    );
  });

  test.skipIf(process.getuid?.() === 0)(
    'that may not be listed is named (skipped for root, who may)',
    async () => {
      const root = folderOf({ 'x/a.jpg': '' });
      chmodSync(join(root, 'x'), 0);
      expect(await messageOf(openSource(root))).toContain(`UserError: Cannot read the folder ${root}/x:`);
      chmodSync(join(root, 'x'), 0o755);
    },
  );
});

describe('tar files', () => {
  test('with class folders, read in place', async () => {
    const root = folderOf({
      'a.tar': await tarOf({ './dog/0.jpg': 'd0', './dog/1.jpg': 'd1'.repeat(700), './cat/0.jpg': '' }),
    });
    const source = await openSource(join(root, 'a.tar'));
    expect(namesOf(source)).toEqual(
      ['dog/0.jpg', 'dog/1.jpg', 'cat/0.jpg'].map((name) => `${root}/a.tar:${name}`),
    );
    expect([source.classes, labelsOf(source)]).toEqual([
      ['cat', 'dog'],
      [1, 1, 0],
    ]);
    expect(await textsOf(source)).toEqual(['d0', 'd1'.repeat(700), '']);
  });

  test('of WebDataset: labels from .cls, over many files by pattern, braces, list or folder', async () => {
    const root = folderOf({
      '000.tar': await tarOf({
        '00.jpg': 'a',
        '00.cls': '3',
        '00.json': '{}',
        '01.cls': '0\n',
        '01.jpg': 'b',
      }),
      '001.tar': await tarOf({ '02.png': 'c', '02.cls': '3' }),
    });
    for (const spec of [
      `${root}/*.tar`,
      `${root}/00{0,1}.tar`,
      `${root}/{000..001}.tar`,
      root,
      [`${root}/000.tar`, `${root}/001.tar`],
    ]) {
      const source = await openSource(spec);
      expect(labelsOf(source)).toEqual([3, 0, 3]);
      expect(source.classes).toEqual(['0', '1', '2', '3']);
      expect(await textsOf(source)).toEqual(['a', 'b', 'c']);
    }
  });

  test('.cls with names are classes; with class folders beside numbers these name them; an image without one has no label', async () => {
    const root = folderOf({
      'names.tar': await tarOf({ '0.jpg': '', '0.cls': 'zebra', '1.jpg': '', '1.cls': 'ant' }),
      'both.tar': await tarOf({ 'z/0.jpg': '', 'z/0.cls': '0', 'a/1.jpg': '', 'a/1.cls': '2' }),
      'gap.tar': await tarOf({ '0.jpg': '', '0.cls': '1', '1.jpg': '' }),
    });
    const [names, both, gap] = await Promise.all(
      ['names', 'both', 'gap'].map((name) => openSource(`${root}/${name}.tar`)),
    );
    expect([names?.classes, names && labelsOf(names)]).toEqual([
      ['ant', 'zebra'],
      [1, 0],
    ]);
    expect([both?.classes, both && labelsOf(both)]).toEqual([
      ['z', '1', 'a'],
      [0, 2],
    ]);
    expect([gap?.classes, gap && labelsOf(gap)]).toEqual([
      ['0', '1'],
      [1, undefined],
    ]);
  });

  test('long names of GNU and pax, links and folders among the members', async () => {
    const long = `${'deep/'.repeat(30)}image.jpg`;
    const pax = `${'päx/'.repeat(40)}image.jpg`;
    const gnu = Buffer.concat([
      tarMember('folder/', '5', Buffer.alloc(0)),
      tarMember('././@LongLink', 'L', Buffer.from(`${long}\0`)),
      tarMember(long.slice(0, 99), '0', Buffer.from('first')),
      tarMember('link.jpg', '2', Buffer.alloc(0)),
      tarMember('short.jpg', '\0', Buffer.from('second')),
      Buffer.alloc(1024),
    ]);
    const root = folderOf({ 'gnu.tar': gnu, 'pax.tar': await tarOf({ [pax]: 'third', 'b.jpg': 'fourth' }) });
    const source = await openSource([`${root}/gnu.tar`, `${root}/pax.tar`]);
    expect(namesOf(source)).toEqual([
      `${root}/gnu.tar:${long}`,
      `${root}/gnu.tar:short.jpg`,
      `${root}/pax.tar:${pax}`,
      `${root}/pax.tar:b.jpg`,
    ]);
    expect(await textsOf(source)).toEqual(['first', 'second', 'third', 'fourth']);
  });

  test('the index is kept in the cache folder and made anew when the file changes', async () => {
    const root = folderOf({ 'a.tar': await tarOf({ 'a.jpg': 'old' }) });
    const path = join(root, 'a.tar');
    await openSource(path);
    const [kept = ''] = readdirSync(join(cache, 'tar-index'));
    const before = statSync(join(cache, 'tar-index', kept));
    expect(await textsOf(await openSource(path))).toEqual(['old']);
    expect(statSync(join(cache, 'tar-index', kept)).mtimeMs).toBe(before.mtimeMs);
    writeFileSync(path, await tarOf({ 'b.jpg': 'new' }));
    utimesSync(path, 1, 1);
    expect(await textsOf(await openSource(path))).toEqual(['new']);
    writeFileSync(join(cache, 'tar-index', kept), 'damaged');
    expect(await textsOf(await openSource(path))).toEqual(['new']);
    vi.stubEnv('BEIT2_CACHE', path); // a file: nothing can be kept there
    expect(await textsOf(await openSource(path))).toEqual(['new']);
  });

  test('damaged, cut short, compressed, without images: one sentence each', async () => {
    const whole = await tarOf({ 'a.jpg': 'x'.repeat(5000), 'b.txt': 'y' });
    const damaged = Buffer.from(whole);
    damaged[512 + 5120 + 3] = 0x41;
    const root = folderOf({
      'damaged.tar': damaged,
      'short.tar': whole.subarray(0, 3000),
      'between.tar': whole.subarray(0, 512 + 5000 + 60), // all of a.jpg, but not all blanks after it
      'gz.tar': Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.alloc(1022, 7)]),
      'no.tar': await tarOf({ 'b.txt': 'y' }),
      'empty.tar': '',
    });
    const messages = await Promise.all(
      ['damaged', 'short', 'between', 'gz', 'no', 'empty'].map((name) =>
        messageOf(openSource(`${root}/${name}.tar`)),
      ),
    );
    const extensions = '.jpg, .jpeg, .png, .webp, .tif, .tiff, .gif, .avif';
    expect(messages).toEqual([
      `UserError: ${root}/damaged.tar is not a tar file, or is damaged at byte 5632.`,
      `UserError: ${root}/short.tar is truncated: a member at byte 0 extends past the end of the file.`,
      `UserError: ${root}/between.tar is truncated or not a tar file: it ends within a block of 512 bytes.`,
      `UserError: ${root}/gz.tar is compressed (gzip): images are read in place, so unpack it first, with \`gunzip -k ${root}/gz.tar\`.`,
      `UserError: No images in ${root}/no.tar: looked for ${extensions}.`,
      `UserError: No images in ${root}/empty.tar: looked for ${extensions}.`,
    ]);
    expect(await messageOf(openSource(`${root}/x*.tar`))).toBe(`UserError: No file matches ${root}/x*.tar.`);
  });

  const cifar = resolve(
    process.env.BEIT2_TEST_DATA ?? join(import.meta.dirname, '../../../../../../shared/data'),
    'cifar10-train.tar',
  );
  test.skipIf(!existsSync(cifar))(
    'CIFAR-10 (skipped without the data): 50,000 images indexed in a moment',
    async () => {
      const before = process.cpuUsage();
      const source = await openSource(cifar);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1e6).toBeLessThan(5); // seconds; some 0.3 on an idle core
      expect([source.length, source.classes?.length, source.label(49_999)]).toEqual([50_000, 10, 9]);
      expect(source.name(0)).toBe(`${cifar}:airplane/0000.jpg`);
      const bytes = await source.read(49_999);
      expect([bytes[0], bytes[1], bytes.at(-2), bytes.at(-1)]).toEqual([0xff, 0xd8, 0xff, 0xd9]);
    },
  );
});

describe('labels', () => {
  const folders = (...names: string[]) =>
    openSource(folderOf(Object.fromEntries(names.map((name) => [`${name}/1.jpg`, '']))));

  test('are matched by class name; a class that training does not have is refused with the difference', async () => {
    const training = await folders('ant', 'bee', 'cat');
    const some = labelledAs(training.classes ?? [], await folders('cat', 'ant'), 'test images');
    expect([some.classes, labelsOf(some)]).toEqual([
      ['ant', 'bee', 'cat'],
      [0, 2],
    ]);
    const others = await folders('ant', 'cow', 'dog');
    expect(() => labelledAs(training.classes ?? [], others, 'test images')).toThrow(
      'The test images have the classes cow, dog that the training images do not have, and lack the classes bee, cat.',
    );
  });

  test('are asked of every image: those without one are left out and named', async () => {
    const root = folderOf({ 'a/1.jpg': '', 'b/1.jpg': '', 'stray.jpg': '' });
    const said: string[] = [];
    const source = labelledOnly(await openSource(root), 'training images', (sentence) => said.push(sentence));
    expect(labelsOf(source)).toEqual([0, 1]);
    expect(said).toEqual([
      `1 of 3 images have no label, such as ${root}/stray.jpg.`,
      'The training images without a label are left out.',
    ]);
    const flat = await openSource(folderOf({ '1.jpg': '' }));
    expect(() => labelledOnly(flat, 'images', () => undefined)).toThrow(
      'The images have no labels: put them into one folder per class.',
    );
  });

  test('of classes that are called as the parts of a data set are doubted', async () => {
    const [note] = labelNotes(await folders('train', 'val'));
    expect(note).toContain('The classes are train, val: if these are parts of a data set');
  });
});

describe('parts of a source', () => {
  test('limit and split choose by seed, keep the order, share nothing', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`${i % 2 ? 'odd' : 'even'}/${i}.jpg`, String(i)]),
    );
    const source = await openSource(folderOf(files));
    const limited = limitSource(source, 7, 1);
    const texts = await textsOf(limited);
    expect(texts).toHaveLength(7);
    const all = await textsOf(source);
    expect(texts).toEqual(all.filter((text) => texts.includes(text)));
    expect(texts).not.toEqual(await textsOf(limitSource(source, 7, 2)));
    expect(limitSource(source, 20, 1)).toBe(source);

    const [train, val] = splitSource(source, 0.75, 1);
    expect([train.length, val.length, train.classes]).toEqual([15, 5, ['even', 'odd']]);
    expect([...(await textsOf(train)), ...(await textsOf(val))].sort(compareNaturally)).toEqual(
      [...all].sort(compareNaturally),
    );
    expect(labelsOf(val)).toEqual((await textsOf(val)).map((text) => Number(text) % 2));
    expect(await textsOf(subset(val, [4, 0]))).toEqual([(await textsOf(val))[4], (await textsOf(val))[0]]);

    expect(() => splitSource(source, 1, 1)).toThrow(
      'Cannot split 20 images at a share of 1: one part would be empty.',
    );
    expect(() => limitSource(source, 0, 1)).toThrow(
      'A limit must be a whole number of at least 1 image, not 0.',
    );
    expect(() => val.name(5)).toThrow('image 5 is outside the subset of 5');
  });
});

test('natural order goes by the value of numbers and is total', () => {
  const sorted = ['1.jpg', '02.jpg', '2.jpg', '10.jpg', 'B', 'a', 'a1b2', 'a1b10', 'a01b', 'é'];
  expect(sorted.toReversed().sort(compareNaturally)).toEqual([
    '1.jpg',
    '02.jpg',
    '2.jpg',
    '10.jpg',
    'B',
    'a',
    'a01b',
    'a1b2',
    'a1b10',
    'é',
  ]);
  for (const x of sorted)
    for (const y of sorted)
      expect(Math.sign(compareNaturally(x, y)) + Math.sign(compareNaturally(y, x))).toBe(0);
});

test('packed strings keep any text', () => {
  const strings = ['', 'a/b.jpg', 'ü漢😀', '', 'z'];
  const packed = PackedStrings.from(strings);
  expect(Array.from({ length: packed.length }, (_, i) => packed.at(i))).toEqual(strings);
});

test('patterns: nested braces, ranges as wide as written, wildcards in folders', async () => {
  expect(await expandPaths(['x{a,b{1,2}}y', '{08..10}'])).toEqual(['xay', 'xb1y', 'xb2y', '08', '09', '10']);
  expect(await messageOf(expandPaths(['{3..1}']))).toBe('UserError: The range {3..1} runs backwards.');
  const root = folderOf({ 's1/a+b.tar': '', 's2/a+b.tar': '', 's10/aab.tar': '' });
  expect(await expandPaths([`${root}/s*/a+?.tar`])).toEqual([`${root}/s1/a+b.tar`, `${root}/s2/a+b.tar`]);
  expect(readFileSync(`${root}/s1/a+b.tar`, 'utf8')).toBe('');
});
