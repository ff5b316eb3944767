/** Safetensors files: the format of `@beit2/torch/safetensors` on our files, with its errors as the user's. */
import {
  parseSafetensors,
  safetensorsBytes,
  SafetensorsError,
  type LazyTensor,
  type RawTensor,
  type SafetensorsFile,
} from '@beit2/torch/safetensors';
import { UserError } from '../errors.js';
import { FileReader, writeFileWhole } from '../files/file-access.js';

/**
 * Reads and checks the header; the tensors stay in the file until they are read.
 * @throws UserError in one sentence where the file is not a whole and valid safetensors file
 */
export function openSafetensors(path: string): SafetensorsFile {
  return forUsers(() => parseSafetensors(new FileReader(path)));
}

/**
 * Reads a whole safetensors file.
 * @throws UserError in one sentence where the file is not a whole and valid one
 */
export function readSafetensors(path: string): {
  tensors: Map<string, RawTensor>;
  metadata: Record<string, string>;
} {
  const { tensors, metadata } = openSafetensors(path);
  return { tensors: new Map([...tensors].map(([name, tensor]) => [name, tensor.read()])), metadata };
}

/**
 * Writes a safetensors file: streamed to a temporary file, flushed, renamed.
 * @throws UserError where the format lacks a tensor's type, and when the file cannot be written
 */
export function writeSafetensors(
  path: string,
  tensors: ReadonlyMap<string, RawTensor | LazyTensor>,
  metadata: Record<string, string> = {},
): void {
  forUsers(() =>
    writeFileWhole(path, (append) => {
      for (const bytes of safetensorsBytes(tensors, metadata)) append(bytes);
    }),
  );
}

function forUsers<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw error instanceof SafetensorsError ? new UserError(error.message, { cause: error }) : error;
  }
}
