/** Opens an exported model in Node. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { FileReader } from '../../files/file-access.js';
import { bytesInMemory } from '../../formats/onnx-metadata.js';
import { ExportedModel } from '../exported-model.js';
import { fetchBytes } from '../image-input.js';
import { defaultLimits, type LimitOptions } from '../load-options.js';
import { readFacts } from '../model-facts.js';
import type { PipelineEvents } from '../pipeline.js';
import { NodeEngine } from './node-engine.js';

export interface LoadOptions extends LimitOptions, PipelineEvents {
  /** Threads that compute. @default the machine's cores */
  threads?: number | undefined;
  /** Ends the download of a model. */
  signal?: AbortSignal | undefined;
}

/** Most bytes of a model from an address; the format ends there. */
const largestModel = 2 ** 31;

/**
 * Opens a model that `beit2 export` wrote; its card and the names of its classes are in the file.
 * @param file a path, an address, or the bytes of a file that holds its weights itself
 * @throws UserError where there is none, it was not written by `beit2 export`, or ONNX Runtime is not installed
 */
export async function load(
  file: string | URL | Uint8Array | ArrayBuffer,
  options: LoadOptions = {},
): Promise<ExportedModel> {
  const limits = defaultLimits(options);
  const { name, source, model } = await findModel(file, options.signal);
  const facts = readFacts(source);
  const { channels } = facts.card.image;
  const threads = options.threads ?? availableParallelism();
  const engine = await NodeEngine.open(facts.card.image, limits, { model, name, threads, channels });
  return new ExportedModel(name, facts, engine, limits, options);
}

async function findModel(file: string | URL | Uint8Array | ArrayBuffer, signal: AbortSignal | undefined) {
  if (typeof file === 'string' || file instanceof URL) {
    const text = String(file);
    if (!/^https?:/i.test(text)) {
      const path = file instanceof URL ? fileURLToPath(file) : file;
      return { name: path, source: new FileReader(path), model: path };
    }
    return inMemory(text, await fetchBytes(file, largestModel, signal));
  }
  return inMemory('The model', file instanceof Uint8Array ? file : new Uint8Array(file));
}

function inMemory(name: string, bytes: Uint8Array) {
  const model = new SharedArrayBuffer(bytes.length); // a thread that is started again reads it again
  new Uint8Array(model).set(bytes);
  return { name, source: bytesInMemory(name, bytes), model };
}
