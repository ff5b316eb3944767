/** The pages of the repository and the code blocks in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** A fenced block of a page. */
export interface Block {
  /** `docs/using.md:12`, the line on which its first line stands. */
  where: string;
  language: string;
  text: string;
}

/** Pages that users read, by path from the root. */
export const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'bench/README.md',
  'packages/beit2/README.md',
  'packages/torch/README.md',
  ...readdirSync(`${root}docs`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

export const textOf = (page: string): string => readFileSync(root + page, 'utf8');

/** The fenced blocks of a page. */
export function blocksOf(page: string): Block[] {
  const text = textOf(page);
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(({ index, 1: language = '', 2: body = '' }) => {
    const line = text.slice(0, index).split('\n').length + 1;
    return { where: `${page}:${line}`, language, text: body };
  });
}
