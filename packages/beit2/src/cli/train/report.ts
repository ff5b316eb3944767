import type { Command } from 'commander';
import { say } from '../options/say.js';

export function addReport(program: Command): void {
  program
    .command('report')
    .description(
      "write an HTML page with a run's curves, latest metrics, recipe and log, or with several runs side by side",
    )
    .argument('<runs...>', 'folders of one or more runs, e.g. runs/cifar10-tokenizer')
    .option(
      '-o, --output <file>',
      'file for the page (default: report.html in the run; of several runs, in the current folder)',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  beit2 report runs/cifar10-tokenizer\n  beit2 report runs/pretrain-base-300 runs/pretrain-large-1600 -o compared.html',
    )
    .action(async ([folder = '', ...others]: string[], { output }: { output?: string }) => {
      const path = await import('node:path');
      const { writePage } = await import('../../report/write-page.js');
      if (others.length > 0) {
        const { comparisonReport } = await import('../../report/comparison-report.js');
        writePage(output ?? 'report.html', comparisonReport([folder, ...others], say));
        return;
      }
      const { runReport } = await import('../../report/run-report.js');
      writePage(output ?? path.join(folder, 'report.html'), runReport(folder, say));
    });
}
