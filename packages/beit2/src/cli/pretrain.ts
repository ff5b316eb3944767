import type { Command } from 'commander';
import { addRunOptions, progressMode, resolveRun, type RunOptions } from './run-options.js';

export function addPretrain(program: Command): void {
  const command = program
    .command('pretrain')
    .description('pretrain a vision transformer: predict the tokens of masked patches');
  addRunOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  beit2 pretrain pretrain-base-300 data.train=photos/ target.path=runs/tokenizer-base-clip
  beit2 pretrain --run runs/pretrain-base-300 --resume`,
    )
    .action(async (first: string | undefined, rest: string[], options: RunOptions) => {
      const { recipe, folder } = resolveRun('pretrain', first, rest, options);
      const { Run } = await import('../train/run-folder.js');
      const { pretrain } = await import('../stages/pretrain.js');
      const run = new Run(recipe, {
        folder,
        resume: options.resume === true,
        command: 'beit2 pretrain',
        progress: progressMode(options),
        rank: 0,
      });
      await pretrain(run);
      run.say(`Done: ${folder}. Next: beit2 eval linear ${folder}, or beit2 report ${folder}`);
    });
}
