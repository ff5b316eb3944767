import type { Command } from 'commander';
import type { ProbeResult } from '../../evaluate/linear-probe.js';
import { countTo } from '../options/counter.js';
import { addEvalOptions, loadFeatures, type EvalOptions } from './eval-options.js';

export function describeProbe(name: string, { accuracy, learningRate, edge }: ProbeResult): string {
  const note =
    edge === null
      ? ''
      : `; it is the ${edge} one tried, so a ${edge === 'largest' ? 'larger' : 'smaller'} one may be better`;
  return `${name.padEnd(19)}  top-1 ${(100 * accuracy).toFixed(2)} %  (learning rate ${learningRate}, chosen on held-out training images${note})\n`;
}

export function addEvalLinear(parent: Command): void {
  const command = parent
    .command('linear')
    .description(
      'train a linear probe (softmax regression) on frozen features: [CLS], and the mean of the patch tokens',
    );
  addEvalOptions(command)
    .addHelpText(
      'after',
      '\nExample:\n  beit2 eval linear runs/cifar10-pretrain --train train.tar --test test.tar',
    )
    .action(async (reference: string, options: EvalOptions) => {
      const features = await loadFeatures(reference, options);
      const { probeBoth } = await import('../../evaluate/evaluate-features.js');
      const counter = countTo('probing', 0, 'epochs');
      const { cls, mean } = probeBoth(features, counter.update);
      counter.end();
      if (!options.random) {
        const { keepEvaluation } = await import('./keep-evaluation.js');
        const figures = { '[CLS], top-1': cls.accuracy, 'mean of the patches, top-1': mean.accuracy };
        keepEvaluation('linear', reference, options.test ?? null, figures);
      }
      process.stdout.write(
        options.json
          ? JSON.stringify({ cls, mean }, null, 2) + '\n'
          : describeProbe('[CLS]', cls) + describeProbe('mean of the patches', mean),
      );
    });
}
