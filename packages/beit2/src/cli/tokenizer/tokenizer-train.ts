import type { Command } from 'commander';
import type { TokenizerRecipe } from '../../config/schema.js';
import type { NextStep } from '../train/train-command.js';
import { addRunOptions, type TrainFlags } from '../options/run-options.js';

export function addTokenizerTrain(parent: Command): void {
  const command = parent
    .command('train')
    .description(
      'train a tokenizer: codes from which a decoder reconstructs the features of a teacher (VQ-KD)',
    );
  addRunOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  beit2 tokenizer train tokenizer-base-clip data.train=photos/ teacher.path=ViT-B-16.pt
  beit2 tokenizer train cifar10-tokenizer data.train=train.tar teacher.path=teacher.onnx
  beit2 tokenizer train cifar10-tokenizer --init runs/tokenizer data.train=train.tar teacher.path=teacher.onnx
  beit2 tokenizer train --run runs/cifar10-tokenizer --resume`,
    )
    .action(async (first: string | undefined, rest: string[], options: TrainFlags) => {
      const { trainFrom } = await import('../train/train-command.js');
      const load = async () => (await import('../../stages/tokenizer.js')).trainTokenizer;
      const next = ({ folder, images }: NextStep<TokenizerRecipe>) =>
        `beit2 tokenizer gallery ${folder} ${images}`;
      await trainFrom(
        { stage: 'tokenizer', command: 'beit2 tokenizer train', load, next },
        first,
        rest,
        options,
      );
    });
}
