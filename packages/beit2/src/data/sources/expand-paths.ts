import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../errors.js';
import { fileNameOf, nameFromLatin1 } from '../../files/file-names.js';
import { bucketAndKey, isRemote, shownAddress } from '../remote/addresses.js';
import { listBucket } from '../remote/list-bucket.js';
import { compareNaturally } from './natural-order.js';

/**
 * Paths that patterns name: braces first (`{a,b}`, `{000..009}`), then `*` and `?` against what is there, sorted
 * naturally. A path that exists is itself, whatever signs are in it. A bucket (`s3://`) is listed for them; a web server cannot be.
 * @throws UserError for a pattern that nothing matches.
 */
export async function expandPaths(patterns: readonly string[]): Promise<string[]> {
  const paths: string[] = [];
  for (const pattern of patterns.flatMap((text) =>
    isThere(text) ? [text] : [...new Set(expandBraces(text))],
  )) {
    if (isThere(pattern) || !isPattern(pattern)) {
      paths.push(pattern);
      continue;
    }
    const found = await (isRemote(pattern) ? matchObjects(pattern) : matchPattern(pattern));
    if (found.length === 0) throw new UserError(`No file matches ${pattern}.`);
    for (const path of found.sort(compareNaturally)) paths.push(path);
  }
  return paths;
}

/** Whether a path with the signs of patterns names something. */
function isThere(path: string): boolean {
  return /[*?{]/.test(path) && !isRemote(path) && existsSync(path);
}

/** `x{a,b}y` and `x{08..10}y` (as wide as the first number) to one text for each. */
function expandBraces(text: string): string[] {
  const match = /^(.*?)\{([^{}]*)\}(.*)$/s.exec(text);
  if (!match) return [text];
  const [, before = '', inside = '', after = ''] = match;
  const range = /^(\d+)\.\.(\d+)$/.exec(inside);
  const choices = range ? numbersBetween(range[1] ?? '', range[2] ?? '') : inside.split(',');
  return choices.flatMap((choice) => expandBraces(before + choice + after));
}

function numbersBetween(first: string, last: string): string[] {
  const [low, high] = [Number(first), Number(last)];
  if (high < low) throw new UserError(`The range {${first}..${last}} runs backwards.`);
  return Array.from({ length: high - low + 1 }, (_, i) => String(low + i).padStart(first.length, '0'));
}

/** Whether `*` or `?` stand for something; the `?` of a web address begins its query. */
function isPattern(path: string): boolean {
  if (!/^https?:/i.test(path)) return /[*?]/.test(path);
  if (!shownAddress(path).includes('*')) return false;
  throw new UserError(
    `${shownAddress(path)} cannot be matched: a web server does not list its files; number them, as in train-{000..146}.tar.`,
  );
}

/** Objects of a bucket whose keys match. */
async function matchObjects(pattern: string): Promise<string[]> {
  const { bucket, key } = bucketAndKey(pattern);
  const objects = await listBucket(bucket, key.replace(/[*?].*$/s, ''));
  const parts = key.split('/').map(matcherOf);
  return objects.filter((object) => {
    const names = bucketAndKey(object).key.split('/');
    return names.length === parts.length && parts.every((part, i) => part.test(names[i] ?? ''));
  });
}

/** One part of a path with `*` and `?`. */
function matcherOf(part: string): RegExp {
  const text = part
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${text}$`, 's');
}

/** Existing paths that match; each part of the path may hold `*` and `?`. */
async function matchPattern(pattern: string): Promise<string[]> {
  let folders = [pattern.startsWith('/') ? '/' : ''];
  for (const part of pattern.split('/').filter((text) => text !== '')) {
    if (!/[*?]/.test(part)) {
      folders = folders.map((folder) => join(folder, part));
      continue;
    }
    const wanted = matcherOf(part);
    const matches: string[] = [];
    for (const folder of folders) {
      const names = await readdir(fileNameOf(folder === '' ? '.' : folder), { encoding: 'latin1' }).catch(
        () => [],
      );
      for (const one of names) {
        const name = nameFromLatin1(one);
        if (wanted.test(name) && !name.startsWith('.')) matches.push(join(folder, name));
      }
    }
    folders = matches;
  }
  return folders;
}
