/**
 * Our ONNX classifier against that of PyTorch's own exporter, from the same weights of timm's beitv2_base_patch16_224, both
 * in onnxruntime-node, in turn, A B A B ... Prints the median milliseconds a run, the ratio ours / PyTorch's of each pair
 * (below 1: ours is faster), and the largest difference of their logits.
 *
 *   npx tsx bench/onnx.ts [--python python3] [--batches 1,8] [--repeats 20] [--threads 2] [--folder FOLDER]
 *
 * Files already in FOLDER are used again. The newer exporter of PyTorch is used where onnxscript is there.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { imagenetNormalization, openModel } from 'beit2';
import { exportModel } from 'beit2/export';
import * as ort from 'onnxruntime-node';

const { values } = parseArgs({
  options: {
    python: { type: 'string', default: 'python3' },
    batches: { type: 'string', default: '1,8' },
    repeats: { type: 'string', default: '20' },
    threads: { type: 'string', default: '2' },
    folder: { type: 'string' },
  },
});
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'beit2-bench-'));
const [weights, peer, ours] = ['weights.pth', 'pytorch.onnx', 'beit2.onnx'].map((name) =>
  join(folder, name),
) as [string, string, string];
if (!existsSync(peer)) {
  const script = join(import.meta.dirname, 'peers/export_onnx.py');
  execFileSync(values.python, [script, weights, peer], { stdio: ['ignore', 'inherit', 'inherit'] });
}
if (!existsSync(ours)) {
  const opened = await openModel(weights, { part: 'classifier', say: console.error });
  await exportModel(opened, ours, { precision: 'float32', externalData: false });
}

const open = (path: string) =>
  ort.InferenceSession.create(path, {
    intraOpNumThreads: Number(values.threads),
    interOpNumThreads: 1,
    // The other session's threads must not spin beside the one that is measured.
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  });
const [mine, theirs] = [await open(ours), await open(peer)];
const side = 224;

/** Images in [0, 1], and the same normalised, which the peer wants. */
function makeImages(batch: number): [ort.Tensor, ort.Tensor] {
  const { mean, std } = imagenetNormalization;
  const shape = [batch, 3, side, side];
  const plain = Float32Array.from({ length: batch * 3 * side ** 2 }, () => Math.random());
  const channel = (i: number) => Math.floor(i / side ** 2) % 3;
  const normalized = plain.map((value, i) => (value - (mean[channel(i)] ?? 0)) / (std[channel(i)] ?? 1));
  return [new ort.Tensor('float32', plain, shape), new ort.Tensor('float32', normalized, shape)];
}

async function run(session: ort.InferenceSession, images: ort.Tensor): Promise<[number, Float32Array]> {
  const start = performance.now();
  const [output] = Object.values(await session.run({ [session.inputNames[0] ?? '']: images }));
  return [performance.now() - start, output?.data as Float32Array];
}

const median = (list: number[]) => list.toSorted((a, b) => a - b)[list.length >> 1] ?? NaN;
const rows = [];
for (const batch of values.batches.split(',').map(Number)) {
  const [plain, normalized] = makeImages(batch);
  const times: [number, number][] = [];
  let difference = 0;
  for (let i = -2; i < Number(values.repeats); i++) {
    const [own, logits] = await run(mine, plain);
    const [other, expected] = await run(theirs, normalized);
    if (i < 0) difference = Math.max(...logits.map((value, j) => Math.abs(value - (expected[j] ?? NaN))));
    else times.push([own, other]);
  }
  const ratios = times.map(([own, other]) => own / other);
  rows.push({
    batch,
    'ours ms': median(times.map(([own]) => own)).toFixed(1),
    'PyTorch ms': median(times.map(([, other]) => other)).toFixed(1),
    ratio: median(ratios).toFixed(3),
    'ratio min-max': `${Math.min(...ratios).toFixed(3)}-${Math.max(...ratios).toFixed(3)}`,
    'max logit difference': difference.toExponential(1),
  });
}
console.table(rows);
