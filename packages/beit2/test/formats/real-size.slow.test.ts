/**
 * Protects: published architectures at real size, with weights of timm and transformers, give those libraries' outputs.
 * Needs the folder that fixtures/scripts/make-real-size.py makes, in BEIT2_REAL_SIZE.
 */
import { readCheckpoint } from '#beit2/formats/checkpoint.js';
import { describeStateDict, type Description } from '#beit2/model/weights/detect.js';
import { readSidecars } from '#beit2/model/weights/sidecars.js';
import { toOfficialKeys, type StateDict } from '#beit2/model/weights/key-maps.js';
import { planLoad } from '#beit2/model/weights/load-plan.js';
import { readSafetensors } from '#beit2/formats/safetensors.js';
import { VisionTransformer } from '#beit2/model/vision-transformer.js';
import { ClipTransformer } from '#beit2/tokenizer/teachers/clip.js';
import { DinoTransformer } from '#beit2/tokenizer/teachers/dino.js';
import * as torch from '@beit2/torch';
import { allFromRaw, fromRaw, type nn, type Tensor } from '@beit2/torch';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = process.env.BEIT2_REAL_SIZE;
const base = { imageSize: 224, patchSize: 16, dim: 768, depth: 12, heads: 12, mlpRatio: 4 };

type Model = nn.Module & { forward(images: Tensor): Tensor };

function open(name: string): { tensors: StateDict; description: Description } {
  const { tensors, path } = readCheckpoint(join(folder ?? '', name));
  const description = describeStateDict(tensors, readSidecars(path).huggingFace);
  return { tensors: toOfficialKeys(tensors, description).tensors, description };
}

function load<T extends Model>(name: string, make: (description: Description) => T, prefix = ''): T {
  const { tensors, description } = open(name);
  const own = new Map([...tensors].map(([key, tensor]) => [key.replace(prefix, ''), tensor]));
  const model = make(description);
  const plan = planLoad(name, own, model.stateDict());
  model.loadStateDict(allFromRaw(plan.tensors), { strict: false });
  model.eval();
  return model;
}

const classifier = ({ sizes: { classes, normEps } }: Description): VisionTransformer =>
  new VisionTransformer({ ...base, classes, position: 'per-block', layerScale: 0.1, eps: normEps });

const cases: [string, string, () => Model][] = [
  ['timm-beitv2', 'timm-beitv2.pth', () => load('timm-beitv2.pth', classifier)],
  ['hf-beit', 'hf-beit', () => load('hf-beit', classifier)],
  ['timm-dino', 'timm-dino.pth', () => load('timm-dino.pth', () => new DinoTransformer(base))],
  ['hf-dino', 'hf-dino', () => load('hf-dino', () => new DinoTransformer(base))],
  [
    'hf-clip',
    'hf-clip',
    () => load('hf-clip', () => new ClipTransformer({ ...base, outDim: 512 }), 'visual.'),
  ],
];

describe.skipIf(folder === undefined)('real size (needs BEIT2_REAL_SIZE)', () => {
  test.each(cases)('%s', (result, _, make) => {
    const { tensors } = readSafetensors(join(folder ?? '', 'results.safetensors'));
    const error = torch.scope(() =>
      torch.noGrad(() => {
        const want = fromRaw(tensors.get(result) ?? { dtype: 'float32', shape: [], data: new Uint8Array(4) });
        const got = make().forward(
          fromRaw(tensors.get('images') ?? { dtype: 'float32', shape: [], data: new Uint8Array(4) }),
        );
        expect(got.shape).toEqual(want.shape);
        return got.sub(want).abs().max().item() / want.abs().max().item();
      }),
    );
    expect(error).toBeLessThan(1e-4);
  });
});
