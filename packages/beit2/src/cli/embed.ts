import { Option, type Command } from 'commander';
import { UserError } from '../errors.js';
import type { Pooling } from '../stages/image-vectors.js';
import { countTo } from './counter.js';
import { addDeviceOption } from './device-option.js';
import { say } from './say.js';

interface Options {
  output: string;
  pool?: Pooling;
  device: string;
}

export function addEmbed(program: Command): void {
  const command = program
    .command('embed')
    .description('write a feature vector for each image, for search or any other use')
    .argument(
      '<model>',
      'a pretraining or fine-tuning run or checkpoint, a weights file, hf:ORG/NAME or https://…',
    )
    .argument('<source...>', 'a folder of images, image files, tar files, or a pattern of them')
    .requiredOption('-o, --output <file>', 'vectors as .safetensors, .npy (names in FILE.json) or .jsonl')
    .addOption(
      new Option(
        '--pool <what>',
        '[CLS] or the mean of the patch tokens (default: as the model was trained)',
      ).choices(['cls', 'mean']),
    );
  addDeviceOption(command)
    .addHelpText(
      'after',
      '\nExamples:\n  beit2 embed runs/pretrain photos/ -o photos.safetensors\n  beit2 embed beitv2_base_patch16_224_pt1k.pth photos/ -o photos.npy --pool mean',
    )
    .action(async (reference: string, images: string[], { output, pool, device: name }: Options) => {
      const { checkFeaturePath, writeFeatures } = await import('../search/feature-file.js');
      const { prepareOutput } = await import('../formats/file-access.js');
      checkFeaturePath(output);
      prepareOutput(output);
      const { chooseDevice } = await import('../stages/engine.js');
      const { embedImages } = await import('../stages/embed.js');
      const { openModel } = await import('../stages/open-model.js');
      const device = chooseDevice(name);
      const opened = await openModel(reference, { device, warn: say });
      if (opened.part === 'tokenizer') {
        throw new UserError(`${reference} is a tokenizer; beit2 tokenizer encode writes its codes.`);
      }
      const counter = countTo('images');
      const options = { pooling: pool, device, say, onProgress: counter.update };
      const features = await embedImages(opened, reference, images, options);
      counter.end();
      const files = writeFeatures(output, features);
      say(`Wrote ${features.names.length} vectors of ${features.dim} values to ${files.join(' and ')}.`);
    });
}
