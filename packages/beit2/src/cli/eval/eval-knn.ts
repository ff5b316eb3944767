import type { Command } from 'commander';
import { positiveInteger } from '../options/numbers.js';
import { addEvalOptions, loadFeatures, type EvalOptions } from './eval-options.js';
import { say } from '../options/say.js';

export function addEvalKnn(parent: Command): void {
  const command = parent
    .command('knn')
    .description(
      'classify by weighted k nearest neighbours on frozen features: [CLS], and the mean of the patch tokens',
    );
  addEvalOptions(command)
    .option('-k, --neighbours <count>', 'number of neighbours', positiveInteger, 20)
    .addHelpText(
      'after',
      '\nExample:\n  beit2 eval knn runs/cifar10-pretrain --train train.tar --test test.tar',
    )
    .action(async (reference: string, options: EvalOptions & { neighbours: number }) => {
      const features = await loadFeatures(reference, options);
      const { neighboursBoth } = await import('../../evaluate/evaluate-features.js');
      const { neighbours, cls, mean } = neighboursBoth(features, options.neighbours);
      if (neighbours < options.neighbours)
        say(
          `There are only ${neighbours} training images, so ${neighbours} neighbours vote instead of ${options.neighbours}.`,
        );
      if (!options.random) {
        const { keepEvaluation } = await import('./keep-evaluation.js');
        const figures = { neighbours, '[CLS], top-1': cls, 'mean of the patches, top-1': mean };
        keepEvaluation('knn', reference, options.test ?? null, figures);
      }
      const percent = (share: number) => `top-1 ${(100 * share).toFixed(2)} %`;
      process.stdout.write(
        options.json
          ? JSON.stringify({ neighbours, cls, mean }, null, 2) + '\n'
          : `[CLS]                ${percent(cls)}\nmean of the patches  ${percent(mean)}\n`,
      );
    });
}
