/** The model whose vectors an index holds, and others that embed its queries. */
import { UserError } from '../errors.js';
import type { VectorIndex } from './vector-index.js';

/** The model that embeds queries: the one that is named, or the one that the index was built with. @throws UserError where neither is known */
export function embedderOf({ origin }: VectorIndex, named: string | undefined): string {
  const reference = named ?? origin?.model;
  if (reference !== undefined) return reference;
  throw new UserError('The index does not record which model made it: name it with --model.');
}

/** Says that a named model is not the one of the index. @throws UserError where it was not named */
export function checkEmbedder(
  { origin }: VectorIndex,
  { reference, isNamed, sha256 }: { reference: string; isNamed: boolean; sha256: string },
  say: (sentence: string) => void,
): void {
  if (origin?.sha256 === undefined || origin.sha256 === sha256) return;
  const sentence = `${reference} is not the model that the index was built with: its weights or options differ`;
  if (!isNamed) throw new UserError(`${sentence}; embed its images again, or name the model with --model.`);
  say(`${sentence}; similarities may be meaningless.`);
}
