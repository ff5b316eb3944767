import type { Command } from 'commander';

export function addStatus(program: Command): void {
  program
    .command('status')
    .description('show the progress and state of a run, during training or afterwards; writes nothing')
    .argument('<run>', 'folder of the run, e.g. runs/cifar10-tokenizer')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  beit2 status runs/cifar10-tokenizer\n  watch -n 10 beit2 status runs/cifar10-tokenizer',
    )
    .action(async (folder: string, { json }: { json?: boolean }) => {
      const { runStatus } = await import('../../report/run-status.js');
      const { describeStatus } = await import('./describe-status.js');
      const { textList } = await import('../options/table.js');
      const status = runStatus(folder);
      process.stdout.write(json ? JSON.stringify(status, null, 2) + '\n' : textList(describeStatus(status)));
    });
}
