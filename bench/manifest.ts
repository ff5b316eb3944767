/**
 * What a manifest of very many images costs: memory an image, and the time to a source that training can start from.
 *
 *   npx tsx bench/manifest.ts [IMAGES]
 *
 * The manifest (100 million images by default, about 5 GB) is made up and written to the temporary folder, and removed afterwards.
 */
import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EpochSampler } from '../packages/beit2/dist/data/loading/sampler.js';
import type { ImageSource } from '../packages/beit2/dist/data/sources/image-source.js';
import { openManifest, writeManifest } from '../packages/beit2/dist/data/sources/manifest.js';
import { contentOf } from '../packages/beit2/dist/data/sources/source-content.js';

const images = Number(process.argv[2] ?? 100_000_000);
const perShard = 10_000;
const classes = Array.from({ length: 1000 }, (_, i) => `n${String(i).padStart(8, '0')}`);

/** Images of 100 kB in shards of 10,000; the shards are empty files of the right size. */
function madeUp(folder: string): ImageSource {
  const count = Math.ceil(images / perShard);
  const size = perShard * 204_800 + 1024;
  const shards = Array.from({ length: count }, (_, i) => {
    const path = join(folder, `${String(i).padStart(6, '0')}.tar`);
    writeFileSync(path, '');
    truncateSync(path, size);
    return { path, size, tag: '0' };
  });
  const starts = Uint32Array.from({ length: count + 1 }, (_, i) => Math.min(images, i * perShard));
  const blocks = new Uint32Array(images);
  const sizes = new Uint32Array(images);
  for (let i = 0; i < images; i++) [blocks[i], sizes[i]] = [(i % perShard) * 400 + 1, 100_000 + (i % 1000)];
  return {
    length: images,
    classes,
    name: (i) => `${shards[Math.floor(i / perShard)]?.path ?? ''}:${i}.jpg`,
    label: (i) => i % 1000,
    read: () => Promise.reject(new Error('there are no images')),
    describe: () => ({ kind: 'tar', shards, members: { starts, blocks, sizes } }),
  };
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);
const resident = (): number => process.memoryUsage().rss;
const folder = mkdtempSync(join(tmpdir(), 'beit2-manifest-'));
const path = join(folder, 'all.manifest');
if (process.argv[3] === undefined) {
  try {
    const begin = performance.now();
    writeManifest(madeUp(folder), path);
    console.log(`written in ${seconds(begin)} s: ${(statSync(path).size / 1e9).toFixed(2)} GB`);
    const { spawnSync } = await import('node:child_process');
    // Another process: its memory holds nothing of the writing.
    spawnSync(process.execPath, [...process.execArgv, ...process.argv.slice(1, 2), String(images), path], {
      stdio: 'inherit',
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
} else {
  const before = resident();
  const begin = performance.now();
  const source = openManifest(process.argv[3]);
  contentOf(source); // as training does, to know the images again
  console.log(`opened ${source.length} images in ${seconds(begin)} s`);
  console.log(`${((resident() - before) / images).toFixed(1)} bytes an image`);
  const common = { length: images, batchSize: 2048, seed: 0, dropLast: true };
  for (const shuffle of [{ run: 1024, buffer: 65_536 }, true]) {
    const start = performance.now();
    new EpochSampler({ ...common, shuffle }).batch(0, 0);
    console.log(
      `first batch's order, ${shuffle === true ? 'whole set' : 'runs and buffer'}: ${seconds(start)} s`,
    );
  }
  console.log(`a name from the file: ${source.name(images - 1)}`);
  rmSync(folder, { recursive: true });
}
