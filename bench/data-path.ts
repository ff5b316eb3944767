/**
 * The pretraining data path on one core: decode, one random crop to 224 pixels (bicubic) and 112 (lanczos), mirror, colour
 * jitter, into uint8 batches. Milliseconds an image, by the clock and of the processor, as one line of JSON;
 * peers/data_path.py does the same with torchvision and Pillow. Arguments: FOLDER epochs.
 *
 *   taskset -c 0 npx tsx bench/compare.ts data-path FOLDER 10
 */
import { ImageLoader } from '../packages/beit2/dist/data/loading/loader.js';
import { openSource } from '../packages/beit2/dist/data/sources/open-source.js';
import { EpochSampler } from '../packages/beit2/dist/data/loading/sampler.js';

const [folder = '../shared/data/photos', epochs = '10'] = process.argv.slice(2);
const source = await openSource(folder);
const loader = new ImageLoader({
  source,
  sampler: new EpochSampler({
    length: source.length,
    batchSize: 16,
    seed: 0,
    shuffle: true,
    dropLast: false,
  }),
  transform: {
    kind: 'random-crop',
    views: [
      { size: 224, interpolation: 'bicubic' },
      { size: 112, interpolation: 'lanczos' },
    ],
    scale: [0.2, 1],
    ratio: [3 / 4, 4 / 3],
    flip: 0.5,
    jitter: { brightness: 0.4, contrast: 0.4, saturation: 0.4 },
  },
  seed: 0,
  workers: 0,
  prefetch: 1,
  maxBroken: 0,
});

async function run(epoch: number, count: number): Promise<number> {
  let images = 0;
  for await (const batch of loader.batches({ epoch, epochs: count })) {
    images += batch.size;
    batch.release();
  }
  return images;
}

await run(0, 2);
const start = performance.now();
const cpuStart = process.cpuUsage();
const images = await run(2, Number(epochs));
const cpu = process.cpuUsage(cpuStart);
const msPerImage = (performance.now() - start) / images;
console.log(JSON.stringify({ msPerImage, cpuMsPerImage: (cpu.user + cpu.system) / 1000 / images }));
await loader.close();
