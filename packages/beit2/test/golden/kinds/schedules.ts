/** Kind schedules: cosine schedules, layer-decay scales, drop-path rates. */
import * as torch from '@beit2/torch';
import { expect } from 'vitest';

import { MaskedImageModel } from '#beit2/model/masked-image-model.js';
import { layerOf } from '#beit2/train/optimizer-groups.js';
import { cosineSchedule } from '#beit2/train/schedules.js';

import { expectNumbers, type GoldenCase } from '../case.js';

interface CosineCase {
  setting: {
    base_value: number;
    final_value: number;
    epochs: number;
    niter_per_ep: number;
    warmup_epochs?: number;
    warmup_steps?: number;
    start_warmup_value?: number;
  };
  values?: number[];
}

interface LayerDecayCase {
  layers: number;
  decay: number;
  layer_id: Record<string, number>;
  scale: Record<string, number>;
}

interface DropPathCase {
  setting: { drop_path_rate: number; depth: number; early_layers: number; head_layers: number };
  blocks: number[];
  cls_pt_layers: number[];
}

export function schedules(golden: GoldenCase): void {
  for (const [i, { setting, values }] of (golden.json.cosine as CosineCase[]).entries()) {
    // What the reference rejects by an assertion of its own (steps without epochs) has no values to meet.
    if (!values) continue;
    const totalSteps = setting.epochs * setting.niter_per_ep;
    const warmupSteps = setting.warmup_steps ?? (setting.warmup_epochs ?? 0) * setting.niter_per_ep;
    const schedule = {
      base: setting.base_value,
      final: setting.final_value,
      totalSteps,
      warmupSteps,
      warmupStart: setting.start_warmup_value ?? 0,
    };
    const got = Array.from({ length: totalSteps }, (_, step) => cosineSchedule(schedule, step));
    expectNumbers(got, values, `cosine schedule ${i}`);
    golden.expectClose(`out.cosine_${i}`, torch.tensor(got, { dtype: 'float32' }));
  }
  for (const { layers, decay, layer_id, scale } of golden.json.layer_decay as LayerDecayCase[]) {
    for (const [name, layer] of Object.entries(layer_id)) {
      expect(layerOf(name, layers), name).toBe(layer);
      expect(decay ** (layers + 1 - layerOf(name, layers)), name).toBeCloseTo(scale[name] ?? NaN, 12);
    }
  }
  for (const [i, { setting, blocks, cls_pt_layers }] of (golden.json.drop_path as DropPathCase[]).entries()) {
    const model = new MaskedImageModel({
      imageSize: 4,
      patchSize: 2,
      dim: 4,
      depth: setting.depth,
      heads: 1,
      dropPath: setting.drop_path_rate,
      codes: 2,
      aggregation: { earlyLayer: setting.early_layers, layers: setting.head_layers },
    });
    const trunk = [...model.blocks].map((block) => block.dropPath);
    const branch = [...(model.clsPtLayers ?? [])].map((block) => block.dropPath);
    expectNumbers(trunk, blocks, 'drop-path rates');
    expectNumbers(branch, cls_pt_layers, 'drop-path rates of the branch');
    golden.expectClose(`out.drop_path_${i}`, torch.tensor([...trunk, ...branch], { dtype: 'float32' }));
  }
}
