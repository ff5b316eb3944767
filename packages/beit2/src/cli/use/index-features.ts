import type { Command } from 'commander';
import { say } from '../options/say.js';

export function addIndex(program: Command): void {
  program
    .command('index')
    .description('build a search index from feature vectors')
    .argument('<features>', 'a file written by beit2 embed: .safetensors, .npy or .jsonl')
    .requiredOption('-o, --output <file>', 'file for the index; image names go to FILE.json')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  beit2 index photos.safetensors -o photos.index')
    .action(async (path: string, { output, json }: { output: string; json?: boolean }) => {
      const { readFeatures } = await import('../../search/feature-file.js');
      const { buildIndex } = await import('../../search/vector-index.js');
      const { prepareResult } = await import('../../files/own-files.js');
      prepareResult(output, 'index');
      const features = readFeatures(path);
      const files = buildIndex(output, features);
      if (json) process.stdout.write(JSON.stringify({ files, images: features.names.length }) + '\n');
      else say(`Wrote an index of ${features.names.length} images to ${files.join(' and ')}.`);
    });
}
