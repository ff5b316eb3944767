/** Protects: every TypeScript snippet of a page compiles against the published names, and every name in prose exists. */
import { join } from 'node:path';
import * as torch from '@beit2/torch';
import ts from 'typescript';
import { expect, test } from 'vitest';
import * as beit2 from 'beit2';
import * as exporting from 'beit2/export';
import * as search from 'beit2/search';
import * as train from 'beit2/train';
import { blocksOf, pages, root, textOf } from './pages.js';

/** What a page leaves to its reader. */
const given = `
declare const model: import('@beit2/torch').nn.Linear;
declare const images: import('@beit2/torch').Tensor;
declare const labels: import('@beit2/torch').Tensor;
declare const criterion: (outputs: import('@beit2/torch').Tensor, labels: import('@beit2/torch').Tensor) => import('@beit2/torch').Tensor;
`;

const snippets = new Map<string, { where: string; text: string }>();
for (const [i, { where, text }] of pages
  .flatMap(blocksOf)
  .filter(({ language }) => language === 'ts')
  .entries()) {
  const imports = text.includes("from '@beit2/torch'") ? '' : "import * as torch from '@beit2/torch';";
  // On one line, so that a message's line is the snippet's; a name that the snippet declares itself is not given.
  const rest = given
    .trim()
    .split('\n')
    .filter(
      (line) => !new RegExp(`\\b(const|let|function) ${/const (\w+)/.exec(line)?.[1] ?? ''}\\b`).test(text),
    );
  snippets.set(join(root, `snippet-${i}.mts`), {
    where,
    text: `${imports}${rest.join('')}\n${text}\nexport {};`,
  });
}

/** Errors of the snippets, each with the place of its page. */
function compile(): string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: ['node'],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
  };
  const disk = ts.createCompilerHost(options);
  const textAt = (path: string) => snippets.get(path)?.text ?? disk.readFile(path);
  const host: ts.CompilerHost = {
    ...disk,
    getCurrentDirectory: () => root,
    readFile: textAt,
    fileExists: (path) => snippets.has(path) || disk.fileExists(path),
    getSourceFile: (path, version) => {
      const text = textAt(path);
      return text === undefined ? undefined : ts.createSourceFile(path, text, version);
    },
  };
  const program = ts.createProgram([...snippets.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line : 0;
    const { where = file?.fileName } = snippets.get(file?.fileName ?? '') ?? {};
    return `${where ?? ''}, line ${line} of the snippet: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

test('there are snippets', () => {
  expect(snippets.size).toBeGreaterThan(5);
});

test('they compile', () => {
  expect(compile()).toEqual([]);
});

/** Code spans of a page outside its blocks. */
const spansOf = (page: string) =>
  [
    ...textOf(page)
      .replace(/^```.*?^```$/gms, '')
      .matchAll(/(?<!`)`([^`\n]+)`(?!`)/g),
  ].map(([, span = '']) => span);

test.each(pages)('names of torch in %s exist', (page) => {
  const missing = spansOf(page)
    .map((span) => /^torch((?:\.\w+)+)/.exec(span)?.[1]?.slice(1))
    .filter((path) => path !== undefined && !['save', 'load', 'compile', '__version__'].includes(path)) // PyTorch's own
    .filter((path) => {
      let value: unknown = torch;
      for (const name of path?.split('.') ?? [])
        value = (value as Record<string, unknown> | undefined)?.[name];
      return value === undefined;
    });
  expect(missing).toEqual([]);
});

test('what the sections "As a library" name is published', () => {
  const published = new Set([torch, beit2, exporting, search, train].flatMap((face) => Object.keys(face)));
  const named = pages.flatMap((page) =>
    [...textOf(page).matchAll(/^As a library.*?\n\n|^## As a library\n\n.*?(?=\n## |(?![\s\S]))/gms)].flatMap(
      ([part]) => [...part.matchAll(/`(\w+)(?:\([^`]*\))?`/g)].map(([, name = '']) => name),
    ),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => name !== 'beit2' && !published.has(name))).toEqual([]);
});
