import type { Command } from 'commander';
import { UserError } from '../errors.js';
import { countTo } from './counter.js';
import { say } from './say.js';

interface Options {
  output: string;
  pictures?: string;
}

export function addTokenizerEncode(parent: Command): void {
  parent
    .command('encode')
    .description('write the code of every patch of images, and pictures of the images beside their code maps')
    .argument('<run>', 'folder of a tokenizer run, or one of its checkpoints')
    .argument('<source...>', 'a folder of images, tar files, or a pattern of tar files')
    .requiredOption('-o, --output <file>', 'token maps as .json or .safetensors')
    .option('--pictures <folder>', 'a PNG for each image: the image, its code map, one over the other')
    .addHelpText(
      'after',
      '\nExample:\n  beit2 tokenizer encode runs/tokenizer photos/ -o tokens.json --pictures maps/',
    )
    .action(async (path: string, images: string[], { output, pictures }: Options) => {
      if (!/\.(json|safetensors)$/.test(output)) {
        throw new UserError(
          `${output} must end in .json or .safetensors, which says how the token maps are written.`,
        );
      }
      const { encodeImages, writeTokens } = await import('../stages/encode.js');
      const counter = countTo('images');
      const encoded = await encodeImages(path, images, {
        say,
        onProgress: counter.update,
        pictures: pictures ?? null,
      });
      counter.end();
      writeTokens(output, encoded);
      say(`Wrote the token maps of ${encoded.names.length} images to ${output}.`);
    });
}
