/** Any ONNX model as a teacher, run by ONNX Runtime on the CPU. */
import { existsSync } from 'node:fs';

import * as torch from '@beit2/torch';
import type { Tensor } from '@beit2/torch';
import type * as ort from 'onnxruntime-node';

import { UserError } from '../../errors.js';
import { onnxRuntime } from '../../onnx-runtime.js';
import { type Normalization, Normalize } from '../../model/normalize.js';
import type { Teacher } from './teacher.js';

export interface OnnxTeacherOptions {
  path: string;
  /** Name of the output with the features: `[B, N, T]`, `[B, 1 + N, T]` with [CLS] in front, or `[B, T, h, w]`. */
  output: string;
  /** Side of the images it takes, pixels. */
  imageSize: number;
  /** How the model wants images in [0, 1] normalised; mean 0 and std 1 where it does so itself. */
  normalization: Normalization;
}

/**
 * Opens an ONNX teacher and runs it once, to learn its grid and size.
 * @throws UserError when the file is missing or no ONNX model, has no such output, or the output is no grid of features.
 */
export async function openOnnxTeacher(options: OnnxTeacherOptions): Promise<Teacher> {
  const { path, output, imageSize } = options;
  if (!existsSync(path))
    throw new UserError(`The teacher ${path} does not exist; set teacher.path to an ONNX file.`);
  const { InferenceSession, Tensor: Feed } = await onnxRuntime();
  let session: ort.InferenceSession;
  try {
    session = await InferenceSession.create(path, {
      intraOpNumThreads: torch.getNumThreads(),
      interOpNumThreads: 1,
      // Threads that wait for the next run by spinning would take the processor from libtorch's.
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    });
  } catch (error) {
    throw new UserError(`The teacher ${path} cannot be opened: ${reasonOf(error)}`);
  }
  const [input] = session.inputNames;
  if (input === undefined || session.inputNames.length !== 1) {
    throw new UserError(
      `The teacher ${path} must have one input for images, but has ${session.inputNames.join(', ') || 'none'}.`,
    );
  }
  if (!session.outputNames.includes(output)) {
    throw new UserError(
      `The teacher ${path} has no output ${output}; set teacher.output to one of ${session.outputNames.join(', ')}.`,
    );
  }
  const normalize = new Normalize(options.normalization);

  const features = async (images: Tensor): Promise<Tensor> => {
    const normalized = torch.scope(() => normalize.forward(images.detach().cpu().float()).toFloat32Array());
    const feeds = { [input]: new Feed('float32', normalized, images.shape) };
    const result = (await session.run(feeds, [output]))[output];
    if (!(result?.data instanceof Float32Array)) {
      throw new UserError(
        `The output ${output} of the teacher ${path} is ${result?.type ?? 'missing'}, not float32.`,
      );
    }
    const { data, dims } = result;
    return torch.scope(() =>
      toPatches(torch.fromTypedArray(data, [...dims]), path, output).to({ device: images.device }),
    );
  };

  const probe = torch.zeros([1, options.normalization.mean.length, imageSize, imageSize]);
  let shape: number[];
  try {
    using found = await features(probe);
    shape = found.shape;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      `The teacher ${path} does not take images of ${imageSize}x${imageSize} pixels (teacher.imageSize): ${reasonOf(error)}`,
    );
  } finally {
    probe.dispose();
  }
  const [, patches = 0, dim = 0] = shape;
  return { name: `ONNX model ${path}`, weights: path, imageSize, grid: Math.sqrt(patches), dim, features };
}

/** Features of patches from what a model may give: a map, patches, or patches behind a [CLS]. */
function toPatches(features: Tensor, path: string, output: string): Tensor {
  const { shape } = features;
  const fits = (count: number): boolean => Number.isInteger(Math.sqrt(count));
  if (shape.length === 4 && shape[2] === shape[3]) return features.flatten(2).transpose(1, 2).contiguous();
  const length = shape[1] ?? 0;
  if (shape.length === 3 && fits(length)) return features;
  if (shape.length === 3 && fits(length - 1)) return features.narrow(1, 1, length - 1).contiguous();
  throw new UserError(
    `The output ${output} of the teacher ${path} has shape [${shape.join(', ')}], which is not a square grid of features; choose another output.`,
  );
}

/** ONNX Runtime's message, which may go over several lines, on one. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().replace(/\s+/g, ' ');
}
