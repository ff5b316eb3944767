/** Protects: a list gives the images, labels, parts and boxes that its rows say; what it does not give is counted and named by its row. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkSource } from '#beit2/data/checking/check-source.js';
import { ImageLoader } from '#beit2/data/loading/loader.js';
import { packSource } from '#beit2/data/loading/pack.js';
import { EpochSampler } from '#beit2/data/loading/sampler.js';
import { dataStats } from '#beit2/data/loading/stats.js';
import { evaluationTransform } from '#beit2/data/loading/transforms.js';
import { BrokenImageError, decodeImage, decodePart } from '#beit2/data/pixels/decode.js';
import type { ImageSource } from '#beit2/data/sources/image-source.js';
import { openSource, type OpenOptions } from '#beit2/data/sources/open-source.js';
import { contentOf } from '#beit2/data/sources/source-content.js';
import { limitSource } from '#beit2/data/sources/subset.js';
import { Contents } from '#beit2/train/run/contents.js';
import { folderOf, messageOf, pattern, patternImage } from '../fixtures.js';

const fixture = (name: string): URL => new URL(`../../fixtures/${name}`, import.meta.url);

/** Each image below the root with its class and box. */
function rowsOf(source: ImageSource, root: string): string[] {
  return Array.from({ length: source.length }, (_, i) => {
    const { left, top, width, height } = source.box?.(i) ?? {};
    const box = width === undefined ? '' : ` ${left},${top},${width},${height}`;
    const label = source.classes?.[source.label(i) ?? -1] ?? '-';
    return `${source.name(i).replace(`${root}/`, '')} ${label}${box}`;
  });
}

async function look(name: string, text: string | Buffer, options: OpenOptions = {}) {
  const root = folderOf({ 'a/1.jpg': '', 'a/2.jpg': '', 'b/3.jpg': '', 'x, y.jpg': '', [name]: text });
  const source = await openSource(join(root, name), options);
  const leftOut = Object.fromEntries(
    (source.leftOut ?? []).map(({ reason, count, example }) => [reason, `${count}, ${example}`]),
  );
  return { images: rowsOf(source, root), classes: source.classes, leftOut };
}

describe('formats', () => {
  const images = ['a/1.jpg cat', 'x, y.jpg dog', 'b/3.jpg - 1,2,3,4'];
  test.for([
    ['list.csv', 'path,label,x,y,width,height\na/1.jpg,cat,,,,\n"x, y.jpg",dog,,,,\nb/3.jpg,,1,2,3,4\n'],
    [
      'list.csv',
      '\ufeff"Path";"LABEL";x;y;width;height\r\na/1.jpg;cat\r\n\r\nx, y.jpg;dog;;;;\r\nb/3.jpg;;1;2;3;4',
    ],
    ['list.tsv', 'label\tpath\tx\ty\twidth\theight\ncat\ta/1.jpg\ndog\tx, y.jpg\n\tb/3.jpg\t1\t2\t3\t4'],
    [
      'list.jsonl',
      '{"path":"a/1.jpg","label":"cat"}\n\n{"path":"x, y.jpg","label":"dog"}\n{"path":"b/3.jpg","x":1,"y":2.4,"width":3,"height":3.7}\n',
    ],
  ] as const)('%s', async ([name, text]) => {
    expect(await look(name, text)).toEqual({ images, classes: ['cat', 'dog'], leftOut: {} });
  });

  test.for(['snappy', 'zstd'])('Parquet with %s, written by pyarrow in two row groups', async (how) => {
    const root = folderOf({ 'a/1.jpg': '', 'b.png': '' });
    copyFileSync(fixture(`list-${how}.parquet`), join(root, 'list.parquet'));
    const source = await openSource(join(root, 'list.parquet'));
    expect(rowsOf(source, root)).toEqual(['a/1.jpg 10', 'b.png - 2,1,3,4']);
    expect(source.leftOut).toEqual([
      { reason: 'row whose file is missing', count: 1, example: 'row 2 (gone.jpg)' },
    ]);
  });

  test('file names that are not UTF-8, and whole paths', async () => {
    const name = Buffer.concat([Buffer.from('caf'), Buffer.from([0xe9]), Buffer.from('.jpg')]);
    const root = folderOf({ 'elsewhere/1.jpg': 'there', 'lists/empty': '' });
    writeFileSync(Buffer.concat([Buffer.from(`${root}/lists/`), name]), 'here');
    const list = Buffer.concat([Buffer.from('path\n'), name, Buffer.from(`\n${root}/elsewhere/1.jpg`)]);
    writeFileSync(join(root, 'lists/list.csv'), list);
    const source = await openSource(join(root, 'lists/list.csv'));
    const contents = await Promise.all([source.read(0), source.read(1)]);
    expect(contents.map(String)).toEqual(['here', 'there']);
  });
});

describe('labels', () => {
  test('are sorted, numbers by their value, and stand where the list says', async () => {
    const list = 'path,label\na/1.jpg,10\na/2.jpg,-2\nb/3.jpg,0.5';
    expect((await look('list.csv', list)).classes).toEqual(['-2', '0.5', '10']);
    const names = 'path,label\na/1.jpg,zebra\na/2.jpg,9\nb/3.jpg,ant';
    expect((await look('list.csv', names)).classes).toEqual(['9', 'ant', 'zebra']);
  });

  test('come from the folders where the list has none', async () => {
    const { images } = await look('list.csv', 'path\na/1.jpg\nb/3.jpg');
    expect(images).toEqual(['a/1.jpg a', 'b/3.jpg b']);
  });
});

describe('splits', () => {
  const list = 'path,split\na/1.jpg,train\na/2.jpg,TEST\nb/3.jpg,constructor\na/1.jpg,\nb/3.jpg,training';
  test('training takes its rows, validation those of val or else of test, everything else all', async () => {
    const asked = async (split: OpenOptions['split'], text = list) =>
      (await look('list.csv', text, { split })).images;
    expect(await asked('train')).toEqual(['a/1.jpg a', 'b/3.jpg b']);
    expect(await asked('val')).toEqual(['a/2.jpg -']);
    expect(await asked('val', `${list}\na/1.jpg,valid`)).toEqual(['a/1.jpg -']);
    expect(await asked('test', `${list}\na/1.jpg,valid`)).toEqual(['a/2.jpg -']);
    expect(await asked(null)).toHaveLength(5);
    expect(await asked('val', 'path\na/1.jpg')).toEqual(['a/1.jpg -']);
  });

  test('rows of other splits, and without one, are counted; a list without the split says what it has', async () => {
    expect((await look('list.csv', list, { split: 'train' })).leftOut).toEqual({
      'row of the split "constructor"': '1, row 4',
      'row without a split': '1, row 5',
    });
    expect(await messageOf(look('list.csv', 'path,split\na/1.jpg,train', { split: 'val' }))).toMatch(
      /^UserError: No images of the split val or test in .*list\.csv\. Other splits in it: train\.$/,
    );
  });
});

test('every row and column that is not taken is counted and named', async () => {
  const list = [
    'path,lable,x,y,width,height',
    'a/1.jpg,cat,0,0,5,5',
    'gone.jpg,cat,,,,',
    'a,cat,,,,',
    ',cat,,,,',
    'a/1.jpg,cat,5,5,0,5',
    'a/1.jpg,cat,5,,5,5',
    'a/1.jpg,cat,-1,0,5,5',
    'a/1.jpg,cat,left,0,5,5',
    'https://host/1.jpg,cat,,,,',
    'x, y.jpg,cat,,,,,',
  ].join('\n');
  expect((await look('list.csv', list)).leftOut).toEqual({
    'row without a path': '1, row 5',
    'row whose x, y, width and height are not a box': '4, row 6',
    'row with a web address, where only files on disk are read': '1, row 10',
    'row with more values than there are columns': '1, row 11',
    'row whose file is missing': '2, row 3 (gone.jpg)',
    'column that is not one of path, label, split, x, y, width, height': '1, lable',
  });
  const lines = '{"path":"a/1.jpg"}\n["a/1.jpg"]\n{"path":\n{"path":"a/1.jpg","label":{}}';
  expect((await look('list.jsonl', lines)).leftOut).toEqual({
    'row that is not a JSON object': '2, row 2',
    'row whose label is neither text nor a number': '1, row 4',
  });
});

test('what is no list of images is refused in one sentence', async () => {
  const messages = await Promise.all([
    messageOf(look('list.csv', 'a/1.jpg,cat\na/2.jpg,dog')),
    messageOf(look('list.csv', 'path,label\ngone.jpg,cat')),
    messageOf(look('list.csv', '')),
    messageOf(look('list.csv', Buffer.from('\ufeffpath\na/1.jpg', 'utf16le'))),
    messageOf(look('list.parquet', 'no Parquet at all')),
  ]);
  expect(messages.map((one) => one.replace(/\S*\/(?=list)/g, ''))).toEqual([
    'UserError: list.csv has no column named path: it has a/1.jpg, cat; the columns that are read are path, label, split, x, y, width, height.',
    'UserError: No images in list.csv. Not taken: 1 × row whose file is missing, such as row 2 (gone.jpg).',
    'UserError: No images in list.csv.',
    'UserError: list.csv is UTF-16 text: save it as UTF-8.',
    'UserError: list.parquet is not a Parquet file, or is damaged: parquet file invalid (footer != PAR1).',
  ]);
});

test('a run knows its list again by paths, labels and boxes', async () => {
  const root = folderOf({ 'a/1.jpg': '', 'b/2.jpg': '' });
  const contentWith = async (rows: string) => {
    writeFileSync(join(root, 'list.csv'), `path,label,x,y,width,height\n${rows}`);
    return contentOf(await openSource(join(root, 'list.csv')));
  };
  const first = await contentWith('a/1.jpg,1,,,,\nb/2.jpg,2,0,0,4,4');
  expect(await contentWith('"a/1.jpg",1,,,,\nb/2.jpg,2,0,0,4.0,4\n')).toEqual(first);
  const relabelled = await contentWith('a/1.jpg,2,,,,\nb/2.jpg,1,0,0,4,4');
  expect(relabelled).toEqual({ ...first, rows: relabelled.rows });
  expect(relabelled.rows).not.toBe(first.rows);
  expect((await contentWith('a/1.jpg,1,,,,\nb/2.jpg,2,0,0,5,4')).rows).not.toBe(first.rows);
  const resumed = new Contents({ 'data.train': first }, false, () => undefined);
  resumed.check('data.train', first);
  expect(() => resumed.check('data.train', relabelled)).toThrow(
    'data.train is a list whose labels or boxes differ from those that the run began with; name the original ones',
  );
});

describe('boxes of interest', () => {
  const box = { left: 11, top: 7, width: 30, height: 21 };
  const wanted = Buffer.from(
    Array.from({ length: 21 }, (_, y) =>
      Array.from(pattern(60, 40).subarray(3 * ((7 + y) * 60 + 11), 3 * ((7 + y) * 60 + 41))),
    ).flat(),
  );

  async function listOf(bytes: Buffer, name: string) {
    const root = folderOf({
      [name]: bytes,
      'list.csv': `path,x,y,width,height\n${name},11,7,30,21\n${name},0,0,60,40\n${name},50,0,11,5`,
    });
    return openSource(join(root, 'list.csv'));
  }

  test('are all that is seen of an image, in every use', async () => {
    const png = await patternImage(60, 40).png().toBuffer();
    expect(Buffer.from((await decodeImage(png, box)).data)).toEqual(wanted);
    const source = await listOf(png, 'a.png');
    expect(await dataStats(source)).toMatchObject({
      width: { min: 30, max: 60 },
      broken: [
        {
          reason: 'its box (x 50, y 0, width 11, height 5) reaches beyond the 60 x 40 pixels of the image',
        },
      ],
    });
    const { problems } = await checkSource(source, { workers: 1 });
    expect(problems).toMatchObject([{ index: 2, problem: 'broken' }]);
    const folder = join(folderOf({}), 'packed');
    await packSource(source, { folder, shardBytes: 1e6 });
    const packed = await openSource(folder);
    expect(await dataStats(packed)).toMatchObject({ images: 2, width: { min: 30, max: 60 } });
  });

  test('reach the batches of training and evaluation, with and without a cache', async () => {
    const source = limitSource(await listOf(await patternImage(60, 40).png().toBuffer(), 'a.png'), 3, 0);
    for (const [workers, cacheBytes] of [
      [0, 0],
      [1, 1e6],
    ] as const) {
      const loader = new ImageLoader({
        source,
        sampler: new EpochSampler({ length: 3, batchSize: 1, seed: 0, shuffle: false, dropLast: false }),
        transform: { ...evaluationTransform(21, 1), interpolation: 'bicubic' },
        seed: 0,
        workers,
        cacheBytes,
        prefetch: 0,
        maxBroken: 1,
      });
      const seen: Uint8Array[] = [];
      for await (const { images } of loader.batches()) seen.push(Uint8Array.from(images));
      const [first] = seen;
      await loader.close();
      // The short side is 21 already: the centre of the box as it is.
      const pixel = (x: number, y: number, c: number) => wanted[3 * (y * 30 + x + 4) + c];
      expect(first?.[0]).toBe(pixel(0, 0, 0));
      expect(first?.[2 * 441 + 20 * 21 + 20]).toBe(pixel(20, 20, 2));
    }
  });

  test('of a JPEG are decoded as the whole is, reduced where that is enough', async () => {
    const jpeg = await patternImage(640, 480).jpeg({ quality: 95 }).toBuffer();
    const whole = await decodeImage(jpeg);
    const part = { left: 100, top: 50, width: 400, height: 300 };
    const seen = await decodePart(
      jpeg,
      () => ({ region: { left: 10, top: 20, width: 8, height: 4 }, reduction: 1 }),
      part,
    );
    const at = 3 * (70 * 640 + 110);
    expect(Buffer.from(seen.data.subarray(0, 24))).toEqual(Buffer.from(whole.data.subarray(at, at + 24)));
    const small = await decodePart(
      jpeg,
      (full) => ({ region: { ...full, left: 0, top: 0 }, reduction: 4 }),
      part,
    );
    expect(small).toMatchObject({ width: 213, region: { left: -100, top: -50, width: 640, height: 480 } });
    await expect(
      decodePart(jpeg, () => ({ region: part, reduction: 1 }), { ...part, left: 300 }),
    ).rejects.toThrow(BrokenImageError);
  });
});
