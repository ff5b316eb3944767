import type { Command } from 'commander';
import { say } from '../options/say.js';

export function addReport(program: Command): void {
  program
    .command('report')
    .description("write an HTML page with a run's curves, latest metrics, recipe and log")
    .argument('<run>', 'folder of the run, e.g. runs/cifar10-tokenizer')
    .option('-o, --output <file>', 'file for the page (default: report.html in the run)')
    .addHelpText('after', '\nExample:\n  beit2 report runs/cifar10-tokenizer')
    .action(async (folder: string, { output }: { output?: string }) => {
      const path = await import('node:path');
      const { runReport } = await import('../../report/run-report.js');
      const { writePage } = await import('../../report/write-page.js');
      writePage(output ?? path.join(folder, 'report.html'), runReport(folder, say));
    });
}
