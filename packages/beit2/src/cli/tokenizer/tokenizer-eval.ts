import type { Command } from 'commander';
import { countTo } from '../options/counter.js';
import {
  addModelArgument,
  addModelOptions,
  modelOptions,
  type ModelFlags,
} from '../options/model-options.js';
import { textList } from '../options/table.js';

interface Options extends ModelFlags {
  teacher?: string;
  json?: boolean;
}

export function addTokenizerEval(parent: Command): void {
  const command = parent
    .command('eval')
    .description(
      'measure reconstruction loss, code use, perplexity and code histogram of a tokenizer on images',
    );
  addModelOptions(addModelArgument(command, 'a tokenizer with its decoder'))
    .argument('[source...]', 'images (default: data.val of the run)')
    .option('--teacher <model>', "model whose features it reconstructs (default: the run's teacher)")
    .option('--json', 'print JSON, including the hits of every code')
    .addHelpText('after', '\nExample:\n  beit2 tokenizer eval runs/cifar10-tokenizer cifar10-test.tar')
    .action(async (reference: string, images: string[], flags: Options) => {
      const { teacher = null, json } = flags;
      const { measureTokenizer } = await import('../../evaluate/evaluate-tokenizer.js');
      const { codebookHealth } = await import('../../tokenizer/codebook-health.js');
      const { histogram } = await import('./histogram.js');
      const counter = countTo('measuring');
      const result = await measureTokenizer(reference, {
        ...modelOptions(reference, flags),
        images: images.length > 0 ? images : null,
        teacher,
        onProgress: counter.update,
      });
      counter.end();
      const { usage, worth, reconstructionLoss, commitmentLoss } = result;
      const { sentence } = codebookHealth(usage, { worth });
      if (json) {
        process.stdout.write(JSON.stringify({ ...result, health: sentence }) + '\n');
        return;
      }
      const rows: [string, string][] = [
        ['images', String(result.images)],
        [
          'reconstruction loss',
          `${reconstructionLoss.toFixed(4)} (1 - cosine similarity to the teacher's features)`,
        ],
        [
          'constant loss',
          `${worth.constantLoss.toFixed(4)} (the same loss for the best constant prediction)`,
        ],
        ['commitment loss', commitmentLoss.toFixed(6)],
        ['codes used', `${usage.used} of ${usage.codes} (${(100 * usage.share).toFixed(1)} %)`],
        ['perplexity', `${usage.perplexity.toFixed(1)} of ${usage.codes}`],
        ['effective rank', `${worth.effectiveRank.toFixed(1)} of ${worth.codeDim}`],
      ];
      process.stdout.write(`${textList(rows)}\n${histogram(usage.counts)}\n${sentence}\n`);
    });
}
