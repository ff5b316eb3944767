import type { Command } from 'commander';
import type { Prediction } from '../../use/predict.js';
import { positiveInteger } from '../options/numbers.js';
import { addDeviceOption } from '../options/device-option.js';
import {
  addModelArgument,
  addModelOptions,
  modelOptions,
  type ModelFlags,
} from '../options/model-options.js';
import { printLines, say } from '../options/say.js';
import { openExported } from './open-exported.js';

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
      const { isExported } = await import('../../use/exported.js');
      const predictions = isExported(reference) ? exported : opened;
      for await (const prediction of predictions(reference, images, flags)) {
        if (flags.json) process.stdout.write(JSON.stringify(prediction) + '\n');
        else printLines(...describe(prediction));
      }
    });
}

async function* exported(reference: string, images: string[], flags: Options): AsyncGenerator<Prediction> {
  const { predictExported } = await import('../../use/exported.js');
  const model = await openExported(reference, flags);
  try {
    yield* predictExported(model, images, flags.top, say);
  } finally {
    await model.close();
  }
}

async function* opened(reference: string, images: string[], flags: Options): AsyncGenerator<Prediction> {
  const { openSource } = await import('../../data/sources/open-source.js');
  const { chooseDevice } = await import('../../train/engine.js');
  const { openModel } = await import('../../open/open-model.js');
  const { predict } = await import('../../use/predict.js');
  const device = chooseDevice(flags.device);
  const own = modelOptions(reference, flags);
  const classifier = await openModel(reference, { ...own, part: 'classifier', device });
  yield* predict(classifier, await openSource(images), flags.top, { device, say });
}

function describe({ image, classes }: Prediction): string[] {
  const rows = classes.map(
    ({ name, probability }) => `  ${(100 * probability).toFixed(1).padStart(5)} %  ${name}`,
  );
  return [image, ...rows];
}
