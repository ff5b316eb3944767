/** Refuses weights and outputs of which no figure can be made: NaN passes through every sum, and loses every comparison. */
import * as torch from '@beit2/torch';
import type { Tensor } from '@beit2/torch';
import { UserError } from '../errors.js';
import { checkNumbers, isFloat } from '../formats/float-values.js';

/** @throws UserError that names the first of the tensors with NaN or infinity. @param path for the message */
export function checkWeights(path: string, tensors: ReadonlyMap<string, Tensor>): void {
  for (const [key, tensor] of tensors) {
    if (!isFloat(tensor.dtype) || torch.scope(() => tensor.isfinite().all().item())) continue;
    const what = torch.scope(() => tensor.isnan().any().item()) ? 'NaN' : 'infinity';
    throw new UserError(`${path} is damaged: its tensor ${key} contains ${what}.`);
  }
}

/**
 * @param outputs of a model, a row for each image: `[B, ...]`
 * @param names of the images
 * @throws UserError where a row has NaN or infinity
 */
export function checkOutputs(outputs: Tensor, names: readonly string[]): void {
  torch.scope(() => {
    const finite = outputs.isfinite().flatten(1).all(1); // [B]
    if (finite.all().item()) return;
    const row = finite.to('int32').argmin().item();
    checkNumbers(outputs.select(0, row).float().toFloat32Array(), `The model's output for ${names[row]}`);
  });
}
