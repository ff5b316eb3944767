import type { Command } from 'commander';
import { imageChoice, sourceArgument } from '../options/image-choice.js';
import { say } from '../options/say.js';
import { positiveInteger, positiveNumber } from '../options/numbers.js';
import { printLines } from '../options/say.js';

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

interface Options {
  output: string;
  shortSide?: number;
  shardSize: number;
  image?: string;
  json?: boolean;
}

export function addDataPack(data: Command): void {
  data
    .command('pack')
    .description(
      'write the images into tar shards, optionally smaller, so that each epoch reads few large files',
    )
    .argument(...sourceArgument)
    .requiredOption('-o, --output <folder>', 'new folder for the shards')
    .option(
      '--short-side <pixels>',
      'shrink images whose short side is longer to this short side',
      positiveInteger,
    )
    .option('--shard-size <MB>', 'maximum size of a shard', positiveNumber, 500)
    .option(...imageChoice)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  beit2 data pack photos/ -o shards/ --short-side 256')
    .action(async (paths: string[], { output, shortSide, shardSize, image, json }: Options) => {
      const { openSource } = await import('../../data/sources/open-source.js');
      const { labelNotes } = await import('../../data/sources/left-out.js');
      const { packSource } = await import('../../data/loading/pack.js');
      const { countTo } = await import('../options/counter.js');
      const source = await openSource(paths, { image, say });
      for (const note of labelNotes(source)) say(note);
      const counter = countTo('packing', source.length);
      const result = await packSource(source, {
        folder: output,
        shortSide,
        shardBytes: shardSize * 1e6,
        onProgress: counter.update,
      });
      counter.end();
      if (json) {
        process.stdout.write(JSON.stringify(result, null, 2) + '\n');
        return;
      }
      const { shards, images, bytes, broken } = result;
      printLines(
        ...broken.map(({ name, reason }) => `skipped ${name}: ${reason}`),
        `Packed ${counted(images, 'image')} (${(bytes / 1e6).toFixed(1)} MB) into ${counted(shards.length, 'shard')} in ${output}.`,
      );
    });
}
