/** The thread that runs a model: ONNX Runtime blocks the thread that calls it. */
import { workerData } from 'node:worker_threads';
import type * as ort from 'onnxruntime-node';
import { UserError } from '../../errors.js';
import { onnxRuntime } from '../../onnx-runtime.js';
import type { Outputs } from '../engine.js';
import type { Pixels } from '../../data/loading/transforms.js';
import { inputOf, outputsOf } from '../tensors.js';
import { serveCalls, type Moved } from './thread.js';

export interface RunSetup {
  /** A path, or the file's bytes in memory that threads share. */
  model: string | SharedArrayBuffer;
  /** The name of the file, for messages. */
  name: string;
  threads: number;
  /** Of the images that the model takes. */
  channels: number;
}

/** What the file gives, or the wanted outputs of a batch. */
export type RunRequest = 'describe' | { images: Pixels[]; wanted: readonly string[] };
export type RunResult = { names: readonly string[] } | { outputs: Outputs };

const { model, name, threads, channels } = workerData as RunSetup;
let opening: Promise<{ session: ort.InferenceSession; Tensor: typeof ort.Tensor }> | undefined;

async function open() {
  const { InferenceSession, Tensor } = await onnxRuntime();
  const options: ort.InferenceSession.SessionOptions = {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
  };
  try {
    const session = await (typeof model === 'string'
      ? InferenceSession.create(model, options)
      : InferenceSession.create(new Uint8Array(model).slice(), options));
    return { session, Tensor };
  } catch (error) {
    const [why = ''] = (error as Error).message.split('\n');
    throw new UserError(`${name} is not run by ONNX Runtime: ${why}`, { cause: error });
  }
}

async function handle(request: RunRequest): Promise<Moved<RunResult>> {
  opening ??= open();
  const { session, Tensor } = await opening;
  if (request === 'describe') return { result: { names: session.outputNames }, transfer: [] };
  const results = await session.run({ images: new Tensor('float32', ...inputOf(request.images, channels)) }, [
    ...request.wanted,
  ]);
  const outputs = outputsOf(results);
  const transfer = Object.values(outputs).map(({ values }) => values.buffer as ArrayBuffer);
  return { result: { outputs }, transfer };
}

serveCalls(handle, async () => {
  const { session } = (await opening?.catch(() => undefined)) ?? {};
  await session?.release();
});
