/** ONNX Runtime, which runs teachers in ONNX files and checks exports: 300 MB that training does not need, so it is optional. */
import type * as ort from 'onnxruntime-node';
import { UserError } from './errors.js';

/** @throws UserError where it is not installed, or has no build for this platform */
export async function onnxRuntime(): Promise<typeof ort> {
  try {
    return await import('onnxruntime-node');
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND';
    const [why = ''] = (error as Error).message.split('\n');
    throw new UserError(
      isMissing
        ? 'ONNX files are run by onnxruntime-node, which is not installed: npm install onnxruntime-node, then try again.'
        : `onnxruntime-node, which runs ONNX files, does not load here: ${why}`,
      { cause: error },
    );
  }
}
