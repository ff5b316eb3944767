import type { Command } from 'commander';
import type { PretrainRecipe } from '../../config/schema.js';
import type { NextStep } from './train-command.js';
import { addRunOptions, type TrainFlags } from '../options/run-options.js';

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
  beit2 pretrain pretrain-base-300 --init hf:ORG/NAME data.train=photos/ target.path=runs/tokenizer-base-clip
  beit2 pretrain --run runs/pretrain-base-300 --resume --metrics-port 9400`,
    )
    .action(async (first: string | undefined, rest: string[], options: TrainFlags) => {
      const { trainFrom } = await import('./train-command.js');
      const load = async () => (await import('../../stages/pretrain.js')).pretrain;
      const next = ({ folder, images, isLabelled }: NextStep<PretrainRecipe>) =>
        isLabelled
          ? `beit2 eval linear ${folder}`
          : `beit2 embed ${folder} ${images} -o features.safetensors`;
      await trainFrom({ stage: 'pretrain', command: 'beit2 pretrain', load, next }, first, rest, options);
    });
}
