import type { Command } from 'commander';
import type { VectorIndex } from '../../search/vector-index.js';
import type { SearchResult } from '../../use/search.js';
import { positiveInteger } from '../options/numbers.js';
import { addDeviceOption } from '../options/device-option.js';
import { addModelOptions, modelOptions, type ModelFlags } from '../options/model-options.js';
import { printLines, say } from '../options/say.js';
import { openExported } from './open-exported.js';

interface Options extends ModelFlags {
  index: string;
  model?: string;
  count: number;
  html?: string;
  device: string;
  json?: boolean;
}

export function addSearch(program: Command): void {
  const command = program
    .command('search')
    .description('find the images of an index that are most similar to given images')
    .argument('<query...>', 'image files, a folder of them, or tar files')
    .requiredOption('--index <file>', 'an index built by beit2 index')
    .option(
      '--model <model>',
      'model that embeds the queries (default: the one that the index was built with)',
    )
    .option('-k, --count <images>', 'number of images to find per query', positiveInteger, 10)
    .option('--html <file>', 'write an HTML page with the images');
  addDeviceOption(addModelOptions(command))
    .option('--json', 'print one JSON object per query')
    .addHelpText(
      'after',
      '\nExample:\n  beit2 embed runs/pretrain photos/ -o photos.safetensors\n  beit2 index photos.safetensors -o photos.index\n  beit2 search cat.jpg --index photos.index --html found.html',
    )
    .action(async (queries: string[], flags: Options) => {
      const { index: path, model, html, json } = flags;
      const { VectorIndex } = await import('../../search/vector-index.js');
      const { prepareResult } = await import('../../files/own-files.js');
      if (html !== undefined) prepareResult(html, 'page');
      const index = new VectorIndex(path);
      const { isExported } = await import('../../use/exported.js');
      const search = isExported(model ?? index.origin?.model ?? '') ? withExported : withOpened;
      const results: SearchResult[] = [];
      for await (const result of search(index, queries, flags)) {
        if (json) process.stdout.write(JSON.stringify(result) + '\n');
        else printLines(...describe(result));
        results.push(result);
      }
      if (html !== undefined) await writeSearchPage(html, path, index, queries, results);
    });
}

async function* withExported(
  index: VectorIndex,
  queries: string[],
  flags: Options,
): AsyncGenerator<SearchResult> {
  const { searchExported } = await import('../../use/exported.js');
  const { hashFile } = await import('../../files/durable-files.js');
  const { checkEmbedder, embedderOf } = await import('../../search/embedder.js');
  const reference = embedderOf(index, flags.model);
  const model = await openExported(reference, flags);
  try {
    const sha256 = model.modelHash ?? hashFile(reference);
    checkEmbedder(index, { reference, isNamed: flags.model !== undefined, sha256 }, say);
    yield* searchExported(model, index, queries, flags.count, say);
  } finally {
    await model.close();
  }
}

async function* withOpened(
  index: VectorIndex,
  queries: string[],
  flags: Options,
): AsyncGenerator<SearchResult> {
  const { chooseDevice } = await import('../../train/engine.js');
  const { searchImages } = await import('../../use/search.js');
  const { model, count } = flags;
  const own = modelOptions(model ?? index.origin?.model ?? '', flags);
  yield* searchImages(index, queries, { ...own, count, model, device: chooseDevice(flags.device) });
}

function describe({ query, found }: SearchResult): string[] {
  return [query, ...found.map(({ name, similarity }) => `  ${similarity.toFixed(4)}  ${name}`)];
}

async function writeSearchPage(
  html: string,
  path: string,
  index: VectorIndex,
  queries: readonly string[],
  results: readonly SearchResult[],
): Promise<void> {
  const { searchPage } = await import('../../report/search-page.js');
  const { writePage } = await import('../../report/write-page.js');
  const { openNamed } = await import('../../use/search.js');
  const asked = await openNamed(queries);
  const known = await openNamed(index.origin?.source ?? []);
  const shown = [];
  for (const { query, found } of results) {
    const images = [];
    for (const one of found) images.push({ ...one, image: await known(one.name) });
    shown.push({ query, image: await asked(query), found: images });
  }
  writePage(html, await searchPage(path, shown));
}
