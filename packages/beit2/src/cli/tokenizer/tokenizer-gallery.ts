import type { Command } from 'commander';
import { sourceArgument } from '../options/image-choice.js';
import { countTo } from '../options/counter.js';
import { positiveInteger } from '../options/numbers.js';
import {
  addModelArgument,
  addModelOptions,
  modelOptions,
  type ModelFlags,
} from '../options/model-options.js';

interface Options extends ModelFlags {
  output?: string;
  codes: number;
  limit: number;
  json?: boolean;
}

export function addTokenizerGallery(parent: Command): void {
  const command = parent
    .command('gallery')
    .description('write an HTML page: patches of the most used codes, code maps over images, codebook use');
  addModelOptions(addModelArgument(command, 'a tokenizer'))
    .argument(...sourceArgument)
    .option(
      '-o, --output <file>',
      'file for the page (default: gallery.html in the run, otherwise in the current folder)',
    )
    .option('--codes <count>', 'number of codes to show', positiveInteger, 48)
    .option('--limit <images>', 'use at most this many images, chosen at random', positiveInteger, 2000)
    .option('--json', 'print JSON: the file of the page and the hits of every code')
    .addHelpText('after', '\nExample:\n  beit2 tokenizer gallery runs/tokenizer photos/')
    .action(async (reference: string, images: string[], flags: Options) => {
      const { output, codes, limit } = flags;
      const { statSync } = await import('node:fs');
      const path = await import('node:path');
      const { collectGallery } = await import('../../use/gallery.js');
      const { galleryPage } = await import('../../report/gallery.js');
      const { writePage } = await import('../../report/write-page.js');
      const { prepareResult } = await import('../../files/own-files.js');
      const isFolder = statSync(reference, { throwIfNoEntry: false })?.isDirectory() === true;
      const file = output ?? path.join(isFolder ? reference : '.', 'gallery.html');
      prepareResult(file, 'page');
      const counter = countTo('encoding');
      const data = await collectGallery(reference, images, {
        ...modelOptions(reference, flags),
        limit,
        onProgress: counter.update,
      });
      counter.end();
      writePage(file, await galleryPage(data, { codes }));
      if (flags.json) process.stdout.write(JSON.stringify({ file, counts: data.counts }) + '\n');
    });
}
