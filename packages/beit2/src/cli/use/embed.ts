import { Option, type Command } from 'commander';
import type { Pooling } from '../../model/vision-transformer.js';
import type { FeatureSet } from '../../search/feature-set.js';
import type { EmbedOptions } from '../../use/embed.js';
import { sourceArgument } from '../options/image-choice.js';
import { countTo } from '../options/counter.js';
import { addDeviceOption } from '../options/device-option.js';
import {
  addModelArgument,
  addModelOptions,
  modelOptions,
  type ModelFlags,
} from '../options/model-options.js';
import { say } from '../options/say.js';
import { openExported } from './open-exported.js';

interface Options extends ModelFlags {
  output: string;
  pool?: Pooling;
  device: string;
  json?: boolean;
}

export function addEmbed(program: Command): void {
  const command = program.command('embed').description('write a feature vector for each image');
  addModelArgument(command, 'an encoder or classifier')
    .argument(...sourceArgument)
    .requiredOption(
      '-o, --output <file>',
      'file for the vectors: .safetensors, .npy (names in FILE.json) or .jsonl',
    )
    .addOption(
      new Option(
        '--pool <what>',
        '[CLS] or the mean of the patch tokens (default: as the model was trained)',
      ).choices(['cls', 'mean']),
    );
  addDeviceOption(addModelOptions(command))
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  beit2 embed runs/pretrain photos/ -o photos.safetensors\n  beit2 embed beitv2_base_patch16_224_pt1k.pth photos/ -o photos.npy --pool mean',
    )
    .action(async (reference: string, images: string[], flags: Options) => {
      const { output, pool: pooling } = flags;
      const { checkFeaturePath, writeFeatures } = await import('../../search/feature-file.js');
      const { prepareResult } = await import('../../files/own-files.js');
      checkFeaturePath(output);
      prepareResult(output, 'features');
      const { isExported } = await import('../../use/exported.js');
      const counter = countTo('embedding');
      const options = { pooling, say, onProgress: counter.update };
      const embed = isExported(reference) ? withExported : withOpened;
      const features = await embed(reference, images, flags, options);
      counter.end();
      const files = writeFeatures(output, features);
      const { names, dim } = features;
      if (flags.json) process.stdout.write(JSON.stringify({ files, images: names.length, dim }) + '\n');
      else say(`Wrote ${names.length} vectors of ${dim} values to ${files.join(' and ')}.`);
    });
}

type Embedding = Pick<EmbedOptions, 'pooling' | 'say' | 'onProgress'>;

async function withExported(
  reference: string,
  images: string[],
  flags: Options,
  options: Embedding,
): Promise<FeatureSet> {
  const { embedExported } = await import('../../use/exported.js');
  const model = await openExported(reference, flags);
  try {
    return await embedExported(model, reference, images, options);
  } finally {
    await model.close();
  }
}

async function withOpened(
  reference: string,
  images: string[],
  flags: Options,
  options: Embedding,
): Promise<FeatureSet> {
  const { chooseDevice } = await import('../../train/engine.js');
  const { embedImages } = await import('../../use/embed.js');
  const { openModel } = await import('../../open/open-model.js');
  const device = chooseDevice(flags.device);
  const own = modelOptions(reference, flags);
  const opened = await openModel(reference, { ...own, part: 'encoder', device });
  return embedImages(opened, reference, images, { ...options, device });
}
