/** The report of a load or a conversion as lines of text. */
import type { Fate, KeyNote } from './key-maps.js';
import { printable } from '../../files/printable.js';

/** Fates that lose or change nothing: their keys are only counted. */
const harmless: Fate[] = ['kept', 'renamed', 'joined', 'split'];

/**
 * What becomes of the keys, those of one fate and reason on one line, with a star for the block's number.
 * @param all list the keys of harmless fates too, and all keys of a line
 */
export function describeNotes(notes: KeyNote[], all: boolean): [string, string][] {
  const lines = new Map<string, { fate: Fate; keys: Set<string>; rest: string; count: number }>();
  for (const { key, fate, to, why } of notes) {
    const isCounted = !all && harmless.includes(fate);
    const targets = [...new Set(to?.map(starred))].join(', ');
    const rest =
      (targets === '' ? '' : ` → ${targets}`) + (why === undefined || why === '' ? '' : `: ${why}`);
    const name = isCounted ? fate : `${fate}${rest}`;
    const line = lines.get(name) ?? { fate, keys: new Set(), rest: isCounted ? '' : rest, count: 0 };
    if (!isCounted) line.keys.add(starred(key));
    line.count += 1;
    lines.set(name, line);
  }
  return [...lines.values()].map(({ fate, keys, rest, count }) => {
    if (keys.size === 0) return [fate, `${count} ${count === 1 ? 'tensor' : 'tensors'}`];
    const shown = [...keys].slice(0, all ? keys.size : 6).join(', ');
    return [fate, `${shown}${keys.size > 6 && !all ? ` and ${keys.size - 6} more` : ''}${rest}`];
  });
}

function starred(key: string): string {
  return printable(key.replace(/\.\d+\./, '.*.'));
}
