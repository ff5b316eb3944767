/** What the evaluation commands share. */
import type { Command } from 'commander';
import type { EvaluationFeatures } from '../../evaluate/evaluate-features.js';
import { countTo } from '../options/counter.js';
import { positiveInteger } from '../options/numbers.js';
import {
  addModelArgument,
  addModelOptions,
  modelOptions,
  type ModelFlags,
} from '../options/model-options.js';

export interface EvalOptions extends ModelFlags {
  train?: string;
  test?: string;
  limit?: number;
  random?: boolean;
  device?: string;
  threads?: number;
  features?: string;
  json?: boolean;
}

export function addEvalOptions(command: Command): Command {
  return addModelOptions(addModelArgument(command, 'an encoder, or a classifier (its head is ignored)'))
    .option('--train <source>', 'labelled training images (default: data.train of the run)')
    .option('--test <source>', 'labelled test images (default: data.val of the run)')
    .option('--limit <images>', 'use only this many training images', positiveInteger)
    .option('--random', 'use random weights instead of the trained ones, as a baseline')
    .option('--features <file>', 'store the features in this .safetensors file, or read them if it exists')
    .option('--device <name>', "auto, cpu, mps, cuda or cuda:N (default: the run's)")
    .option('--threads <count>', "CPU threads (default: the run's)", positiveInteger)
    .option('--json', 'print JSON');
}

/** Features of both sets, with a counter on the terminal. */
export async function loadFeatures(reference: string, options: EvalOptions): Promise<EvaluationFeatures> {
  const { evaluationFeatures } = await import('../../evaluate/evaluate-features.js');
  const counter = countTo('features');
  const features = await evaluationFeatures({
    ...modelOptions(reference, options),
    model: reference,
    train: options.train ?? null,
    test: options.test ?? null,
    limit: options.limit ?? null,
    randomWeights: options.random === true,
    device: options.device,
    threads: options.threads,
    featuresFile: options.features,
    onProgress: counter.update,
  });
  counter.end();
  return features;
}
