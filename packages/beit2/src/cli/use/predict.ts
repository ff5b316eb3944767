import type { Command } from 'commander';
import { positiveInteger } from '../options/numbers.js';
import { addDeviceOption } from '../options/device-option.js';
import {
  addModelArgument,
  addModelOptions,
  modelOptions,
  type ModelFlags,
} from '../options/model-options.js';
import { say } from '../options/say.js';

interface Options extends ModelFlags {
  top: number;
  device: string;
  json?: boolean;
}

export function addPredict(program: Command): void {
  const command = program.command('predict').description('predict the classes of images');
  addModelArgument(command, 'a classifier')
    .argument('<images...>', 'image files, a folder of them, or tar files')
    .option('--top <count>', 'number of classes to show, the most likely first', positiveInteger, 5);
  addDeviceOption(addModelOptions(command))
    .option('--json', 'print one JSON object per image')
    .addHelpText(
      'after',
      '\nExamples:\n  beit2 predict runs/finetune cat.jpg dog.jpg\n  beit2 predict hf:ORG/NAME photos/ --top 1 --json > classes.jsonl',
    )
    .action(async (reference: string, images: string[], flags: Options) => {
      const { top, device: name, json } = flags;
      const { openSource } = await import('../../data/sources/open-source.js');
      const { chooseDevice } = await import('../../train/engine.js');
      const { openModel } = await import('../../open/open-model.js');
      const { predict } = await import('../../use/predict.js');
      const device = chooseDevice(name);
      const own = modelOptions(reference, flags);
      const opened = await openModel(reference, { ...own, part: 'classifier', device });
      const source = await openSource(images);
      for await (const prediction of predict(opened, source, Math.floor(top), { device, say })) {
        process.stdout.write(json ? JSON.stringify(prediction) + '\n' : describe(prediction));
      }
    });
}

function describe({
  image,
  classes,
}: {
  image: string;
  classes: { name: string; probability: number }[];
}): string {
  const rows = classes.map(
    ({ name, probability }) => `  ${(100 * probability).toFixed(1).padStart(5)} %  ${name}\n`,
  );
  return `${image}\n${rows.join('')}`;
}
