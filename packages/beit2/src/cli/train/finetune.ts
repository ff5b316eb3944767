import type { Command } from 'commander';
import type { FinetuneRecipe } from '../../config/schema.js';
import type { NextStep } from './train-command.js';
import { addRunOptions, type TrainFlags } from '../options/run-options.js';

export function addFinetune(program: Command): void {
  const command = program
    .command('finetune')
    .description('fine-tune a vision transformer to classify images, or train one from scratch');
  addRunOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  beit2 finetune finetune-base --init runs/pretrain-base-300 data.train=photos/train data.val=photos/val
  beit2 finetune finetune-base --init hf:ORG/NAME data.imageSize=384 data.train=photos/train data.val=photos/val
  beit2 finetune cifar10-finetune --init runs/cifar10-pretrain data.train=cifar10-train.tar data.val=cifar10-test.tar
  beit2 finetune --run runs/finetune-base --resume`,
    )
    .action(async (first: string | undefined, rest: string[], options: TrainFlags) => {
      const { trainFrom } = await import('./train-command.js');
      const load = async () => (await import('../../stages/finetune.js')).finetune;
      const next = ({ folder, images, data }: NextStep<FinetuneRecipe>) =>
        data.val === null ? `beit2 predict ${folder} ${images}` : `beit2 eval classify ${folder}/best`;
      await trainFrom({ stage: 'finetune', command: 'beit2 finetune', load, next }, first, rest, options);
    });
}
