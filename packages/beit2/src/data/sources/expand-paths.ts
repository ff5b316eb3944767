import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../errors.js';
import { compareNaturally } from './natural-order.js';

/**
 * Paths that patterns name: braces first (`{a,b}`, `{000..009}`), then `*` and `?` against what is there, sorted
 * naturally. @throws UserError for a pattern that nothing matches.
 */
export async function expandPaths(patterns: readonly string[]): Promise<string[]> {
  const paths: string[] = [];
  for (const pattern of patterns.flatMap((text) => [...new Set(expandBraces(text))])) {
    if (!/[*?]/.test(pattern)) {
      paths.push(pattern);
      continue;
    }
    const found = await matchPattern(pattern);
    if (found.length === 0) throw new UserError(`No file matches ${pattern}.`);
    for (const path of found.sort(compareNaturally)) paths.push(path);
  }
  return paths;
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

/** Existing paths that match; each part of the path may hold `*` and `?`. */
async function matchPattern(pattern: string): Promise<string[]> {
  let folders = [pattern.startsWith('/') ? '/' : ''];
  for (const part of pattern.split('/').filter((text) => text !== '')) {
    if (!/[*?]/.test(part)) {
      folders = folders.map((folder) => join(folder, part));
      continue;
    }
    const wanted = new RegExp(
      `^${part
        .replace(/[.+^$()|[\]\\]/g, '\\$&')
        .replace(/\*/g, '.*')
        .replace(/\?/g, '.')}$`,
      's',
    );
    const matches: string[] = [];
    for (const folder of folders) {
      const names = await readdir(folder === '' ? '.' : folder).catch(() => []);
      const visible = names.filter((name) => wanted.test(name) && !name.startsWith('.'));
      for (const name of visible) matches.push(join(folder, name));
    }
    folders = matches;
  }
  return folders;
}
