import { once } from 'node:events';
import type { Command } from 'commander';
import { UserError } from '../../errors.js';
import { port, positiveInteger } from '../options/numbers.js';
import { say } from '../options/say.js';

interface Options {
  index?: string;
  host: string;
  port: number;
  threads?: number;
  maxMegabytes: number;
  maxMegapixels: number;
  maxQueue: number;
  uploadSeconds: number;
}

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('serve an exported model over HTTP: classes, feature vectors, codes, search')
    .argument('<model>', 'an .onnx file of beit2 export, or its https:// address')
    .option('--index <file>', 'an index built by beit2 index with the same model, for /search')
    .option('--host <address>', 'address to listen on; 0.0.0.0 opens the server to the network', '127.0.0.1')
    .option('--port <number>', 'port to listen on', port, 8000)
    .option('--threads <count>', 'CPU threads (default: all cores)', positiveInteger)
    .option('--max-megabytes <count>', 'largest image file that is accepted', positiveInteger, 20)
    .option('--max-megapixels <count>', 'largest image that is decoded', positiveInteger, 50)
    .option('--max-queue <images>', 'images that may wait before the server answers 503', positiveInteger, 64)
    .option('--upload-seconds <count>', 'time that the upload of an image may take', positiveInteger, 30)
    .addHelpText(
      'after',
      `
The image is the body of a POST; answers and errors are JSON. GET /openapi.json describes the addresses, GET / is a page to
try them, GET /healthz and /metrics are for monitoring. SIGTERM and Ctrl-C end the server once the requests are answered.

Examples:
  beit2 export runs/finetune-base -o classifier.onnx
  beit2 serve classifier.onnx --port 8000
  beit2 serve encoder.onnx --index photos.index`,
    )
    .action(serve);
}

async function serve(model: string, flags: Options): Promise<void> {
  const { endingOf } = await import('../../files/file-access.js');
  if (endingOf(model) !== '.onnx') {
    throw new UserError(`${model} is not an .onnx file: write one with beit2 export ${model} -o model.onnx.`);
  }
  const { readFileSync } = await import('node:fs');
  const { startServer } = await import('../../serve/start-server.js');
  const { VectorIndex } = await import('../../search/vector-index.js');
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  const server = await startServer({
    model,
    index: flags.index === undefined ? null : new VectorIndex(flags.index),
    host: flags.host,
    port: flags.port,
    threads: flags.threads,
    maxBytes: 1e6 * flags.maxMegabytes,
    maxPixels: 1e6 * flags.maxMegapixels,
    maxQueued: flags.maxQueue,
    seconds: flags.uploadSeconds,
    version,
    say,
  });
  say(`Serving ${model} at ${server.address}`);
  const stop = new AbortController();
  const { signal } = stop;
  await Promise.race(['SIGTERM', 'SIGINT'].map((name) => once(process, name, { signal })));
  stop.abort();
  say('Ending: answering the requests that are there.');
  await server.close();
}
