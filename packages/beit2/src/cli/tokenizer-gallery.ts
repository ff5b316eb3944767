import type { Command } from 'commander';
import { countTo } from './counter.js';
import { positiveInteger } from './data-pack.js';
import { say } from './say.js';

interface Options {
  output?: string;
  codes: number;
  limit: number;
}

export function addTokenizerGallery(parent: Command): void {
  parent
    .command('gallery')
    .description(
      'an HTML page: image patches of the most used codes, code maps over images, use of the codebook',
    )
    .argument('<run>', 'folder of a tokenizer run, or one of its checkpoints')
    .argument('<source...>', 'a folder of images, tar files, or a pattern of tar files')
    .option('-o, --output <file>', 'where the page goes (default: gallery.html in the run)')
    .option('--codes <count>', 'codes that get a row of patches', positiveInteger, 48)
    .option('--limit <images>', 'look at so many images at most, drawn at random', positiveInteger, 2000)
    .addHelpText('after', '\nExample:\n  beit2 tokenizer gallery runs/tokenizer photos/')
    .action(async (run: string, images: string[], { output, codes, limit }: Options) => {
      const path = await import('node:path');
      const { collectGallery } = await import('../stages/collect-gallery.js');
      const { galleryPage } = await import('../report/gallery.js');
      const { writePage } = await import('../report/write-page.js');
      const counter = countTo('images');
      const data = await collectGallery(run, images, { limit, say, onProgress: counter.update });
      counter.end();
      writePage(output ?? path.join(run, 'gallery.html'), await galleryPage(data, { codes }));
    });
}
