/** Folders and archives as people have them: every image is taken or named, every label is right or said to be missing. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { labelNotes } from '#beit2/data/sources/left-out.js';
import { reading } from '#beit2/data/pixels/decode.js';
import { openReader, openSource, type OpenOptions } from '#beit2/data/sources/open-source.js';
import { folderOf, messageOf, tarMember, tarOf } from '../fixtures.js';
import { type ZipMember, zipOf } from '../zips.js';

beforeEach(() => {
  vi.stubEnv('BEIT2_CACHE', folderOf({}));
});

type Files = Record<string, Uint8Array | string>;

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const bytesOf = (latin1: string): Buffer => Buffer.from(latin1, 'latin1');
const bmp = bytesOf('BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0');
const psd = bytesOf('8BPS\0\x01');
const heic = bytesOf('\0\0\0\x18ftypheic\0\0\0\0');
const end = Buffer.alloc(1024);

interface Layout {
  files: () => Files | Promise<Files>;
  /** Makes what `writeFile` does not. */
  more?: (root: string) => void;
  /** What to open, below the root. */
  open?: string | string[];
  image?: string;
  /** Each image below the root with its class; '-' for none. */
  images: string[];
  /** Reasons with their counts. */
  leftOut?: Record<string, number>;
}

const same = (files: Files) => (): Files => files;
const tar = (name: string, members: Files) => async (): Promise<Files> => ({ [name]: await tarOf(members) });

const folders: Record<string, Layout> = {
  'class folders': { files: same({ 'b/1.jpg': '', 'a/1.jpg': '' }), images: ['a/1.jpg a', 'b/1.jpg b'] },
  'one folder deeper in each class (Tiny ImageNet)': {
    files: same({ 'n01/images/1.JPEG': '', 'n01/boxes.txt': '', 'n02/images/2.JPEG': '' }),
    images: ['n01/images/1.JPEG n01', 'n02/images/2.JPEG n02'],
  },
  'one image deeper than the others': {
    files: same({ 'a/1.jpg': '', 'a/more/2.jpg': '', 'b/1.jpg': '' }),
    images: ['a/1.jpg a', 'a/more/2.jpg a', 'b/1.jpg b'],
  },
  'an image beside the class folders': {
    files: same({ 'a/1.jpg': '', 'b/1.jpg': '', 'readme.png': '' }),
    images: ['a/1.jpg a', 'b/1.jpg b', 'readme.png -'],
  },
  'class folders below one folder': {
    files: same({ 'images/a/1.jpg': '', 'images/b/1.jpg': '' }),
    images: ['images/a/1.jpg a', 'images/b/1.jpg b'],
  },
  'class folders below two folders and a picture beside them': {
    files: same({ 'set/images/a/1.jpg': '', 'set/images/b/1.jpg': '', 'set/logo.png': '' }),
    images: ['set/images/a/1.jpg a', 'set/images/b/1.jpg b', 'set/logo.png -'],
  },
  'one class folder alone': {
    files: same({ 'a/1.jpg': '', 'a/2.jpg': '' }),
    images: ['a/1.jpg -', 'a/2.jpg -'],
  },
  'no folders': {
    files: same({ '2.jpg': '', '10.jpg': '', '1.jpg': '' }),
    images: ['1.jpg -', '2.jpg -', '10.jpg -'],
  },
  'an empty class folder': {
    files: same({ 'a/1.jpg': '', 'b/1.jpg': '', 'c/notes.txt': '' }),
    images: ['a/1.jpg a', 'b/1.jpg b'],
  },
  'endings in capitals and rare ones': {
    files: same({ 'a.JPG': '', 'b.Jpeg': '', 'c.TIFF': '', 'd.jfif': jpeg, 'e.jpe': jpeg }),
    images: ['a.JPG -', 'b.Jpeg -', 'c.TIFF -', 'd.jfif -', 'e.jpe -'],
  },
  'BMP and PPM images, by their content': {
    files: same({ 'a.bmp': bmp, 'b.ppm': 'P6\n2 2\n255\n', 'c.pgm': 'P5 1 1 255 ', d: bmp }),
    images: ['a.bmp -', 'b.ppm -', 'c.pgm -', 'd -'],
  },
  'images without an ending': { files: same({ '0001': jpeg, '0002': jpeg }), images: ['0001 -', '0002 -'] },
  'formats that are not read': {
    files: same({
      'a.psd': psd,
      'b.heic': heic,
      'c.pam': 'P7\nWIDTH 2\n',
      'd.jp2': '\0\0\0\x0cjP  \r\n',
      'e.jpg': '',
    }),
    images: ['e.jpg -'],
    leftOut: { 'Photoshop image': 1, 'HEIC image': 1, 'PAM image': 1, 'JPEG 2000 image': 1 },
  },
  'an unread format by its content, not its ending': {
    files: same({ 'photo.dat': psd, 'x.jpg': '' }),
    images: ['x.jpg -'],
    leftOut: { 'Photoshop image': 1 },
  },
  'text and settings': {
    files: same({ 'a.jpg': '', 'a.json': '{}', 'a.txt': 'P6 is a format', Makefile: 'BMW', LICENSE: 'MIT' }),
    images: ['a.jpg -'],
  },
  'a tar file beside images': {
    files: async () => ({ 'a.jpg': '', 'b.jpg': '', 'backup.tar': await tarOf({ 'c.jpg': '' }) }),
    images: ['a.jpg -', 'b.jpg -'],
    leftOut: { 'tar file beside images': 1 },
  },
  'an image beside tar files': {
    files: async () => ({
      'sample.jpg': '',
      '0.tar': await tarOf({ 'c.jpg': '' }),
      '1.tar': await tarOf({ 'd.jpg': '' }),
    }),
    images: ['0.tar:c.jpg -', '1.tar:d.jpg -'],
    leftOut: { 'image beside tar files': 1 },
  },
  'a compressed tar beside images': {
    files: same({ 'a.jpg': '', 'old.tar.gz': Buffer.from([0x1f, 0x8b, 8]) }),
    images: ['a.jpg -'],
    leftOut: { 'gzip file': 1 },
  },
  'links that lead nowhere (git-annex, DVC)': {
    files: same({ 'a.jpg': '' }),
    more: (root) => {
      for (const name of ['b.jpg', 'c.jpg']) symlinkSync('/nowhere/at/all', join(root, name));
    },
    images: ['a.jpg -'],
    leftOut: { 'link to nothing': 2 },
  },
  'links to images and folders': {
    files: same({ 'store/1.jpg': '', 'set/a/x.jpg': '' }),
    more: (root) => {
      symlinkSync(join(root, 'store'), join(root, 'set', 'b'));
    },
    open: 'set',
    images: ['set/a/x.jpg a', 'set/b/1.jpg b'],
  },
  'a link to the folder above': {
    files: same({ 'a/1.jpg': '', 'b/1.jpg': '' }),
    more: (root) => symlinkSync(root, join(root, 'a', 'loop')),
    images: ['a/1.jpg a', 'b/1.jpg b'],
  },
  'hidden files and what macOS leaves': {
    files: same({ 'a.jpg': '', '._a.jpg': '', '.DS_Store': '', '.old.jpg': '', '.thumbs/a.jpg': '' }),
    images: ['a.jpg -'],
    leftOut: { 'hidden file': 1 },
  },
  'names that are not UTF-8': {
    files: same({ 'a.jpg': '' }),
    more: (root) =>
      writeFileSync(
        Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9]), Buffer.from('.jpg')]),
        '',
      ),
    images: ['a.jpg -', 'caf\udce9.jpg -'],
  },
  'class folders whose names are not UTF-8': {
    files: same({ 'a/1.jpg': '' }),
    more: (root) => {
      const folder = Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xfc])]);
      mkdirSync(folder);
      writeFileSync(Buffer.concat([folder, Buffer.from('/1.jpg')]), '');
    },
    images: ['a/1.jpg a', '\udcfc/1.jpg \udcfc'],
  },
  'names with signs of patterns': {
    files: same({ 'photos {2024,2025}/who is it?.jpg': '', 'photos {2024,2025}/a*.jpg': '' }),
    open: 'photos {2024,2025}',
    images: ['photos {2024,2025}/a*.jpg -', 'photos {2024,2025}/who is it?.jpg -'],
  },
  'a name with a question mark, given by itself': {
    files: same({ 'q?.jpg': '', 'qx.jpg': '' }),
    open: ['q?.jpg', 'qx.jpg'],
    images: ['q?.jpg -', 'qx.jpg -'],
  },
  'an ending that was chosen': {
    files: same({ 'a/1.tif': '', 'a/1.jpg': '', 'b/2.tif': '', 'b/2.bmp': bmp }),
    image: 'tif',
    images: ['a/1.tif a', 'b/2.tif b'],
  },
  'several folders, whose classes of one name are one': {
    files: same({ 'x/a/1.jpg': '', 'x/b/1.jpg': '', 'y/b/1.jpg': '', 'y/c/1.jpg': '' }),
    open: ['x', 'y'],
    images: ['x/a/1.jpg a', 'x/b/1.jpg b', 'y/b/1.jpg b', 'y/c/1.jpg c'],
  },
  'a folder, a tar file and an image': {
    files: async () => ({
      'x/a/1.jpg': '',
      'x/b/1.jpg': '',
      's.tar': await tarOf({ 'b/1.jpg': '', 'c/1.jpg': '' }),
      'i.png': '',
    }),
    open: ['x', 's.tar', 'i.png'],
    images: ['x/a/1.jpg a', 'x/b/1.jpg b', 's.tar:b/1.jpg b', 's.tar:c/1.jpg c', 'i.png -'],
  },
};

const tars: Record<string, Layout> = {
  'class folders in a tar file, one image deeper': {
    files: tar('s.tar', { 'a/1.jpg': '', 'a/x/2.jpg': '', 'b/1.jpg': '' }),
    images: ['s.tar:a/1.jpg a', 's.tar:a/x/2.jpg a', 's.tar:b/1.jpg b'],
  },
  'a tar file whose name is in capitals': {
    files: tar('S.TAR', { 'a.jpg': '' }),
    open: 'S.TAR',
    images: ['S.TAR:a.jpg -'],
  },
  'WebDataset with a label missing': {
    files: tar('s.tar', { '0.jpg': '', '0.cls': 'cat', '1.jpg': '', '2.jpg': '', '2.cls': 'dog' }),
    images: ['s.tar:0.jpg cat', 's.tar:1.jpg -', 's.tar:2.jpg dog'],
  },
  'labels behind all images': {
    files: tar('s.tar', { '0.jpg': '', '1.jpg': '', '1.cls': 'b', '0.cls': 'a' }),
    images: ['s.tar:0.jpg a', 's.tar:1.jpg b'],
  },
  'a name that comes again (tar -r), with its own label': {
    files: () => ({
      's.tar': Buffer.concat([
        ...[
          ['0.jpg', ''],
          ['0.cls', 'old'],
          ['0.jpg', ''],
          ['0.cls', 'new'],
        ].map(([name = '', text = '']) => tarMember(name, '0', Buffer.from(text))),
        end,
      ]),
    }),
    images: ['s.tar:0.jpg old', 's.tar:0.jpg new'],
  },
  'two tar files in one (cat)': {
    files: async () => ({
      's.tar': Buffer.concat([await tarOf({ 'a/1.jpg': '' }), await tarOf({ 'b/2.jpg': '' })]),
    }),
    images: ['s.tar:a/1.jpg a', 's.tar:b/2.jpg b'],
  },
  'something else behind the end of a tar file': {
    files: async () => ({ 's.tar': Buffer.concat([await tarOf({ '1.jpg': '' }), Buffer.alloc(512, 'x')]) }),
    images: ['s.tar:1.jpg -'],
    leftOut: { 'part that is no tar, behind the end of the archive': 1 },
  },
  'links within a tar file': {
    files: () => ({
      's.tar': Buffer.concat([
        tarMember('1.jpg', '0', jpeg),
        tarMember('2.jpg', '1', Buffer.alloc(0)),
        tarMember('3.jpg', '2', Buffer.alloc(0)),
        end,
      ]),
    }),
    images: ['s.tar:1.jpg -'],
    leftOut: { 'hard link': 1, 'symbolic link': 1 },
  },
  'members without an ending, and formats that are not read': {
    files: tar('s.tar', { '1': jpeg, '2': psd, notes: 'text', '3.heic': heic }),
    images: ['s.tar:1 -'],
    leftOut: { 'Photoshop image': 1, 'HEIC image': 1 },
  },
  'several images of a sample, of which one is chosen': {
    files: tar('s.tar', {
      '0.jpg': '',
      '0.seg.png': '',
      '0.tif': '',
      '0.cls': '1',
      '1.tif': '',
      '1.cls': '0',
    }),
    image: 'tif',
    images: ['s.tar:0.tif 1', 's.tar:1.tif 0'],
  },
  'numbers as labels that are no places in a list': {
    files: tar('s.tar', { '0.jpg': '', '0.cls': '9999999', '1.jpg': '', '1.cls': '20' }),
    images: ['s.tar:0.jpg 9999999', 's.tar:1.jpg 20'],
  },
  'labels that would be paths': {
    files: tar('s.tar', { '0.jpg': '', '0.cls': '../../evil', '1.jpg': '', '1.cls': 'sea/lion' }),
    images: ['s.tar:0.jpg ../../evil', 's.tar:1.jpg sea/lion'],
  },
  'member names that are not UTF-8': {
    files: () => ({ 's.tar': Buffer.concat([latin1Member(), end]) }),
    images: ['s.tar:caf\udce9.jpg -'],
  },
  'tar files in folders below': {
    files: async () => ({
      'p0/1.tar': await tarOf({ 'a/1.jpg': '' }),
      'p1/0.tar': await tarOf({ 'b/1.jpg': '' }),
    }),
    images: ['p0/1.tar:a/1.jpg a', 'p1/0.tar:b/1.jpg b'],
  },
};

const zip = (members: readonly ZipMember[]) => same({ 's.zip': zipOf(members) });

/** Writes a file whose name is not UTF-8. */
const writeOdd = (root: string, ending: string, contents: Buffer | string): void =>
  writeFileSync(Buffer.concat([Buffer.from(`${root}/caf`), bytesOf('\xe9'), Buffer.from(ending)]), contents);
const twoClasses = [{ name: 'a/1.jpg' }, { name: 'b/1.jpg' }];
const oddlyNamed: Record<string, Layout> = {
  'a tar file whose name is not UTF-8': {
    files: same({}),
    more: (root) =>
      writeOdd(
        root,
        '.tar',
        Buffer.concat([...twoClasses.map(({ name }) => tarMember(name, '0', jpeg)), end]),
      ),
    images: ['caf\udce9.tar:a/1.jpg a', 'caf\udce9.tar:b/1.jpg b'],
  },
  'a zip file whose name is not UTF-8': {
    files: same({}),
    more: (root) => writeOdd(root, '.zip', zipOf(twoClasses)),
    images: ['caf\udce9.zip:a/1.jpg a', 'caf\udce9.zip:b/1.jpg b'],
  },
  'a list whose name is not UTF-8': {
    files: same({ '1.jpg': '' }),
    more: (root) => writeOdd(root, '.csv', 'path,label\n1.jpg,a\n'),
    open: 'caf\udce9.csv',
    images: ['1.jpg a'],
  },
};

const zips: Record<string, Layout> = {
  'class folders in a zip, as Python writes it': {
    files: same({ 's.zip': readFileSync(new URL('../../fixtures/classes.zip', import.meta.url)) }),
    open: 's.zip',
    images: ['s.zip:cat/1.jpg cat', 's.zip:dog/sub/2.jpg dog'],
  },
  'a zip of stored and deflated files, folders, and what macOS leaves': {
    files: zip([
      { name: 'set/' },
      { name: 'set/a/1.jpg', contents: 'one' },
      { name: 'set/b/2.jpg', contents: 'two two two', method: 'deflated' },
      { name: '__MACOSX/set/._2.jpg', contents: 'x' },
    ]),
    images: ['s.zip:set/a/1.jpg a', 's.zip:set/b/2.jpg b'],
  },
  'WebDataset in a zip': {
    files: zip([
      { name: '0.jpg' },
      { name: '0.cls', contents: 'cat' },
      { name: '1.jpg' },
      { name: '2.jpg' },
      { name: '2.cls', contents: 'dog '.repeat(9), method: 'deflated' },
    ]),
    images: [`s.zip:0.jpg cat`, 's.zip:1.jpg -', `s.zip:2.jpg ${'dog '.repeat(9).trim()}`],
  },
  zip64: {
    files: zip([
      { name: 'a/1.jpg', contents: 'one', zip64: true },
      { name: 'b/2.jpg', contents: 'two two', method: 'deflated', zip64: true },
    ]),
    images: ['s.zip:a/1.jpg a', 's.zip:b/2.jpg b'],
  },
  'names in a zip: UTF-8, said or not, the code page of DOS, and backslashes': {
    files: zip([
      { name: 'ä/1.jpg', flags: 0x800 },
      { name: 'ü/2.jpg' },
      { name: Buffer.from('caf\x82/3.jpg', 'latin1') },
      { name: 'dos\\4.jpg' },
    ]),
    images: ['s.zip:ä/1.jpg ä', 's.zip:ü/2.jpg ü', 's.zip:café/3.jpg café', 's.zip:dos/4.jpg dos'],
  },
  'hostile names in a zip are names': {
    files: zip([{ name: '../../evil/1.jpg' }, { name: '/etc/2.jpg' }, { name: './a/3.jpg' }]),
    images: ['s.zip:../../evil/1.jpg ..', 's.zip:/etc/2.jpg ', 's.zip:a/3.jpg a'],
  },
  'members of a zip without an ending, formats that are not read, links, other compressions': {
    files: zip([
      { name: '1', contents: jpeg },
      { name: '2', contents: Buffer.concat([jpeg, Buffer.alloc(5000)]), method: 'deflated' },
      { name: '3', contents: heic },
      { name: 'link.jpg', mode: 0o120777 },
      { name: '4.jpg', method: 93 },
    ]),
    images: ['s.zip:1 -', 's.zip:2 -'],
    leftOut: {
      'HEIC image': 1,
      'symbolic link': 1,
      'file compressed by method 93, not deflate': 1,
    },
  },
  'an ending that was chosen in a zip': {
    files: zip([{ name: '0.jpg' }, { name: '0.seg.png' }, { name: '1.seg.png' }]),
    image: 'seg.png',
    images: ['s.zip:0.seg.png -', 's.zip:1.seg.png -'],
  },
  'a folder of zip files, and what lies beside them': {
    files: async () => ({
      'x.jpg': '',
      't.tar': await tarOf({ 'c.jpg': '' }),
      '2.zip': zipOf([{ name: 'b/1.jpg' }]),
      '10.zip': zipOf([{ name: 'a/1.jpg' }]),
    }),
    images: ['2.zip:b/1.jpg b', '10.zip:a/1.jpg a'],
    leftOut: { 'image beside zip files': 1, 'tar file beside zip files': 1 },
  },
  'a zip beside images': {
    files: same({ 'a.jpg': '', 'old.zip': zipOf([{ name: 'b.jpg' }]) }),
    images: ['a.jpg -'],
    leftOut: { 'zip file beside images': 1 },
  },
};

/** A tar member whose name holds the byte E9. */
function latin1Member(): Buffer {
  const member = tarMember('caf?.jpg', '0', jpeg);
  member[3] = 0xe9;
  const sum = member.subarray(0, 512).reduce((a, b, i) => a + (i >= 148 && i < 156 ? 32 : b), 0);
  member.write(sum.toString(8).padStart(6, '0') + '\0 ', 148);
  return member;
}

/** What comes of opening a layout, with what is said of it and of its labels. */
async function look(layout: Layout) {
  const files = await layout.files();
  const root = folderOf(files);
  layout.more?.(root);
  const below = (path: string): string => join(root, path);
  const spec = layout.open === undefined ? root : [layout.open].flat().map(below);
  const notes: string[] = [];
  const options: OpenOptions = { image: layout.image ?? null, say: (note) => notes.push(note) };
  const source = await openSource(spec, options);
  const images: string[] = [];
  for (let i = 0; i < source.length; i++) {
    images.push(`${source.name(i).slice(root.length + 1)} ${source.classes?.[source.label(i) ?? -1] ?? '-'}`);
    await source.read(i); // there is a file of that name
  }
  const leftOut = Object.fromEntries((source.leftOut ?? []).map(({ reason, count }) => [reason, count]));
  return { images, leftOut, notes, labels: labelNotes(source) };
}

describe.each(Object.entries({ ...folders, ...tars, ...zips, ...oddlyNamed }))('%s', (_, layout) => {
  test('every image is taken or named, every label right or said', async () => {
    const { images, leftOut, notes, labels } = await look(layout);
    expect(images).toEqual(layout.images);
    expect(leftOut).toEqual(layout.leftOut ?? {});
    const missing = images.filter((image) => image.endsWith(' -')).length;
    const isSaid = labels.some((note) =>
      note.startsWith(`${missing} of ${images.length} images have no label`),
    );
    expect(isSaid).toBe(missing > 0 && missing < images.length);
    for (const [reason, count] of Object.entries(leftOut))
      expect(notes.join('\n')).toContain(`${count} × ${reason}`);
  });
});

test('what cannot be a source is refused in one sentence that says what it is', async () => {
  const root = folderOf({
    'a.tar.gz': Buffer.from([0x1f, 0x8b, 8, 0]),
    'a.tar.zst': Buffer.from([0x28, 0xb5, 0x2f, 0xfd]),
    'a.psd': psd,
    'many.tar': Buffer.concat([
      ...[
        ['0.jpg', ''],
        ['0.jpg', ''],
        ['0.cls', 'a'],
        ['0.cls', 'b'],
      ].map(([name = '', text = '']) => tarMember(name, '0', Buffer.from(text))),
      end,
    ]),
    'size.tar': badSize(),
    'secret.zip': zipOf([{ name: 'a.jpg', flags: 1 }]),
    'cut.zip': zipOf([{ name: 'a.jpg' }]).subarray(0, 60),
    'empty.zip': zipOf([]),
    'far.zip': farZip(),
  });
  const messages = await Promise.all(
    [
      'a.tar.gz',
      'a.tar.zst',
      'a.psd',
      'many.tar',
      'size.tar',
      'secret.zip',
      'cut.zip',
      'empty.zip',
      'far.zip',
    ].map((name) => messageOf(openSource(join(root, name)))),
  );
  expect(messages).toEqual([
    `UserError: ${root}/a.tar.gz is compressed (gzip): images are read in place, so unpack it first, with \`gunzip -k ${root}/a.tar.gz\`.`,
    `UserError: ${root}/a.tar.zst is compressed (Zstandard): images are read in place, so unpack it first, with \`unzstd ${root}/a.tar.zst\`.`,
    `UserError: ${root}/a.psd is a Photoshop image, a format that is not read.`,
    `UserError: ${root}/many.tar holds several files for 0, and which label belongs to which image cannot be told: give each image a name of its own.`,
    `UserError: ${root}/size.tar is damaged at byte 0: the size of a member is not a number.`,
    `UserError: ${root}/secret.zip is encrypted (a.jpg in it): unpack it with its password first.`,
    `UserError: ${root}/cut.zip is not a zip file, or is damaged: End of central directory record signature not found.`,
    `UserError: No images in ${root}/empty.zip: looked for .jpg, .jpeg, .png, .webp, .tif, .tiff, .gif, .avif.`,
    `UserError: ${root}/far.zip is damaged: a.jpg would reach beyond its end.`,
  ]);
});

/** A zip file whose directory gives a file more bytes than the zip has. */
function farZip(): Buffer {
  const bytes = zipOf([{ name: 'a.jpg', contents: 'text' }]);
  const entry = bytes.indexOf('PK\x01\x02');
  for (const at of [20, 24]) bytes.writeUInt32LE(3e9, entry + at);
  return bytes;
}

/** A tar file whose first header is whole but for the size. */
function badSize(): Buffer {
  const member = tarMember('a.jpg', '0', jpeg);
  member.write('zzzzzzzzzzz\0', 124);
  const sum = member.subarray(0, 512).reduce((a, b, i) => a + (i >= 148 && i < 156 ? 32 : b), 0);
  member.write(sum.toString(8).padStart(6, '0') + '\0 ', 148);
  return Buffer.concat([member, end]);
}

test('files of a zip are read as they were, by worker threads too, and a damaged one is a broken image', async () => {
  const contents = Buffer.concat([jpeg, Buffer.alloc(70_000, 'text')]);
  const bytes = zipOf([
    { name: '1.jpg', contents },
    { name: '2.jpg', contents, method: 'deflated' },
    { name: '3.jpg', contents, method: 'deflated' },
  ]);
  bytes.fill(0xff, bytes.indexOf('3.jpg') + 5, bytes.indexOf('3.jpg') + 25);
  const source = await openSource(join(folderOf({ 's.zip': bytes }), 's.zip'));
  const reader = openReader(structuredClone(source.describe()));
  for (const index of [0, 1]) {
    expect(Buffer.from(await source.read(index))).toEqual(contents);
    expect(Buffer.from(await reader.read(index))).toEqual(contents);
  }
  expect(await messageOf(reading(reader.read(2)))).toMatch(/^BrokenImageError: /);
});
