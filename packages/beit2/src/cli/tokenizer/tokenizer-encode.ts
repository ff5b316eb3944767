import type { Command } from 'commander';
import { UserError } from '../../errors.js';
import { sourceArgument } from '../options/image-choice.js';
import { countTo } from '../options/counter.js';
import {
  addModelArgument,
  addModelOptions,
  modelOptions,
  type ModelFlags,
} from '../options/model-options.js';
import { say } from '../options/say.js';

interface Options extends ModelFlags {
  output: string;
  pictures?: string;
  json?: boolean;
}

export function addTokenizerEncode(parent: Command): void {
  const command = parent
    .command('encode')
    .description('write the code of every image patch, and optionally pictures of the code maps');
  addModelOptions(addModelArgument(command, 'a tokenizer'))
    .argument(...sourceArgument)
    .requiredOption('-o, --output <file>', 'file for the token maps, .json or .safetensors')
    .option('--pictures <folder>', 'write a PNG per image: the image, its code map, and an overlay')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  beit2 tokenizer encode runs/tokenizer photos/ -o tokens.json --pictures maps/',
    )
    .action(async (reference: string, images: string[], flags: Options) => {
      const { output, pictures } = flags;
      if (!/\.(json|safetensors)$/i.test(output)) {
        throw new UserError(
          `${output} must end in .json or .safetensors, which chooses the format of the token maps.`,
        );
      }
      const { prepareResult } = await import('../../files/own-files.js');
      prepareResult(output, 'token maps');
      const { encodeImages, writeTokens } = await import('../../use/encode.js');
      const counter = countTo('encoding');
      const encoded = await encodeImages(reference, images, {
        ...modelOptions(reference, flags),
        onProgress: counter.update,
        pictures: pictures ?? null,
      });
      counter.end();
      writeTokens(output, encoded);
      const { names, grid, codes } = encoded;
      if (flags.json)
        process.stdout.write(JSON.stringify({ file: output, images: names.length, grid, codes }) + '\n');
      else say(`Wrote the token maps of ${names.length} images to ${output}.`);
    });
}
