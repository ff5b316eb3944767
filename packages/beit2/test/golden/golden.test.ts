/** Every case of a folder of goldens, by kind: what the reference computes, this project computes too. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import * as torch from '@beit2/torch';
import { describe, expect, test } from 'vitest';

import { GoldenCase } from './case.js';
import { checkpointMixed, checkpointPretrained, checkpointVqkd } from './kinds/checkpoints.js';
import { finetuneStep } from './kinds/finetune.js';
import { mimForward, mimTrain } from './kinds/masked-image-model.js';
import { maskingStats } from './kinds/masking-stats.js';
import { preprocess } from './kinds/preprocess.js';
import { kmeansCase, quantizerTrain } from './kinds/quantizer.js';
import { schedules } from './kinds/schedules.js';
import { hfBeit, teacherClip, teacherDino, timmBeit, vitEncoder } from './kinds/transformer.js';
import { vqkdStep, vqkdTrain } from './kinds/vqkd.js';

const kinds: Record<string, (golden: GoldenCase) => void | Promise<void>> = {
  'quantizer-train': quantizerTrain,
  kmeans: kmeansCase,
  'vit-encoder': vitEncoder,
  'teacher-clip': teacherClip,
  'teacher-dino': teacherDino,
  'vqkd-step': vqkdStep,
  'vqkd-train': vqkdTrain,
  'mim-forward': mimForward,
  'mim-train': mimTrain,
  'finetune-step': finetuneStep,
  schedules,
  'masking-stats': maskingStats,
  'checkpoint-mim': checkpointPretrained,
  'checkpoint-legacy': checkpointPretrained,
  'checkpoint-vqkd': checkpointVqkd,
  'checkpoint-mixed': checkpointMixed,
  'timm-beitv2': timmBeit,
  'hf-beit': hfBeit,
  preprocess,
};

const folder = process.env.BEIT2_GOLDEN ?? join(import.meta.dirname, '../fixtures/golden');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -5));

describe(`goldens in ${folder}`, () => {
  test('there are cases', () => expect(names.length).toBeGreaterThan(0));

  test.each(names)('%s', async (name) => {
    const golden = new GoldenCase(folder, name);
    const run = kinds[golden.json.kind];
    if (!run) throw new Error(`${name}.json is of a kind that no test knows: ${golden.json.kind}`);
    torch.setNumThreads(1);
    await run(golden);
    expect(golden.unread(), 'results of the case that the test never looked at').toEqual([]);
  });
});
