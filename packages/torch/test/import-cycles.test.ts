/** No file of the package imports itself by way of others, types aside: a cycle makes what is loaded first depend on who asks. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../src');

/** Files that one takes values from; `import { type A }` takes none. */
function valuesFrom(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const statements = text.matchAll(/^(?:import|export)\s+(?!type\b)([^;]*?)\s*from '(\.[^']+)'/gm);
  return [...statements]
    .filter(([, what = '']) => {
      const names = /^\{([\s\S]*)\}$/.exec(what)?.[1];
      return (
        names === undefined || names.split(',').some((name) => name.trim() !== '' && !/^\s*type\s/.test(name))
      );
    })
    .map(([, , from = '']) => resolve(dirname(file), from.replace(/\.js$/, '.ts')));
}

function cycleFrom(file: string, path: readonly string[], done: Set<string>): string[] | undefined {
  if (path.includes(file)) return [...path.slice(path.indexOf(file)), file].map((one) => relative(root, one));
  if (done.has(file)) return undefined;
  for (const next of valuesFrom(file)) {
    const found = cycleFrom(next, [...path, file], done);
    if (found !== undefined) return found;
  }
  done.add(file);
  return undefined;
}

test('imports by value have no cycle', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  expect(files.length).toBeGreaterThan(100);
  const done = new Set<string>();
  expect(
    files.map((name) => cycleFrom(join(root, name), [], done)).filter((cycle) => cycle !== undefined),
  ).toEqual([]);
});
