/** Opens an exported model in a browser. */
import type * as ort from 'onnxruntime-web/wasm';
import { UserError } from '../../errors.js';
import { bytesInMemory } from '../../formats/onnx-metadata.js';
import { ExportedModel } from '../exported-model.js';
import { fetchBytes, readStream } from '../image-input.js';
import { defaultLimits, type LimitOptions } from '../load-options.js';
import { readFacts } from '../model-facts.js';
import { BrowserEngine } from './browser-engine.js';
import { browser } from './dom.js';

/** What computes in a browser. */
export type Provider = 'wasm' | 'webgpu';

export interface LoadOptions extends LimitOptions {
  /**
   * webgpu: a graphics card where there is one that computes the model rightly, else the processor. It loads another, larger build of
   * the runtime. @default 'wasm'
   */
  provider?: Provider | undefined;
  /** Threads of WebAssembly; more than one needs a page that is cross-origin isolated. @default what the runtime chooses */
  threads?: number | undefined;
  /** Folder that the runtime's .wasm files are in. @default beside the runtime's own module */
  wasmPaths?: string | undefined;
  /** Ends the download of the model. */
  signal?: AbortSignal | undefined;
}

const largestModel = 2 ** 31;

/**
 * Opens a model that `beit2 export` wrote; its card and the names of its classes are in the file.
 * @param file its address or its content
 * @throws UserError where it cannot be fetched, was not written by `beit2 export`, or the runtime does not take it
 */
export async function load(
  file: string | URL | Uint8Array | ArrayBuffer | Blob | ReadableStream<Uint8Array>,
  options: LoadOptions = {},
): Promise<ExportedModel> {
  const limits = defaultLimits(options);
  const isAddress = typeof file === 'string' || file instanceof URL;
  const name = isAddress ? String(file) : 'The model';
  const bytes = await bytesOf(file, options.signal);
  const facts = readFacts(bytesInMemory(name, bytes));
  const { bands } = facts.card.image;
  if (bands)
    throw new UserError(
      `${name} takes the bands ${bands.bands.map((band) => band.name).join(', ')} of image files, which a browser does not decode: run it in Node.`,
    );
  const provider = await choose(options.provider ?? 'wasm', facts.precision);
  const runtime = await runtimeOf(provider, options);
  let session: ort.InferenceSession;
  try {
    session = await runtime.InferenceSession.create(bytes, { executionProviders: [provider] });
  } catch (error) {
    const [why = ''] = (error as Error).message.split('\n');
    throw new UserError(`${name} is not run by onnxruntime-web: ${why}`, { cause: error });
  }
  const engine = new BrowserEngine(facts.card.image, limits, session, runtime.Tensor);
  return new ExportedModel(name, facts, engine, limits);
}

async function bytesOf(
  file: Parameters<typeof load>[0],
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  if (typeof file === 'string' || file instanceof URL) return fetchBytes(file, largestModel, signal);
  if (file instanceof Blob) return new Uint8Array(await file.arrayBuffer());
  if (file instanceof ReadableStream) return readStream(file, largestModel, signal);
  return file instanceof Uint8Array ? file : new Uint8Array(file);
}

/** The module of the runtime: the small one where no graphics card is asked for. */
async function runtimeOf(provider: Provider, { threads, wasmPaths }: LoadOptions): Promise<typeof ort> {
  const runtime: typeof ort =
    provider === 'webgpu' ? await import('onnxruntime-web/webgpu') : await import('onnxruntime-web/wasm');
  if (threads !== undefined) runtime.env.wasm.numThreads = threads;
  if (wasmPaths !== undefined) runtime.env.wasm.wasmPaths = wasmPaths;
  return runtime;
}

/** A graphics card where there is one; the stand-in that some browsers have on the processor is slower than WebAssembly. */
async function choose(wanted: Provider, precision: string): Promise<Provider> {
  if (wanted === 'wasm') return 'wasm';
  const adapter = await browser.navigator.gpu?.requestAdapter();
  if (!adapter || adapter.info.isFallbackAdapter === true) return 'wasm';
  // Without float16 on the card the runtime gives wrong numbers, and no error.
  return precision === 'float16' && !adapter.features.has('shader-f16') ? 'wasm' : 'webgpu';
}
