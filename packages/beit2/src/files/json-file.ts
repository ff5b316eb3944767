/** JSON that people and other programs write, taken only in the form that is expected. */
import type { z } from 'zod';
import { UserError } from '../errors.js';
import { readText } from './file-access.js';

/** Reads a JSON file of a form. @throws UserError `PATH is no WHAT.` for anything else */
export function readJson<T>(path: string, form: z.ZodType<T>, what: string): T {
  return parseJson(readText(path), form, `${path} is not a valid ${what}.`);
}

/** Reads a JSON text of a form. @throws UserError with the sentence for anything else */
export function parseJson<T>(text: string, form: z.ZodType<T>, sentence: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UserError(sentence);
  }
  const { success, data } = form.safeParse(value);
  if (!success) throw new UserError(sentence);
  return data;
}
