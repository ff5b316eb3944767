/**
 * Writes packages/torch/src/generated and docs/operators.md from the schemas of the loaded libtorch.
 *
 *   npm run generate           writes
 *   npm run generate:check     fails when what is committed differs
 *
 * The schemas come from the addon itself, so nothing is declared twice. With another libtorch than the pinned one the
 * check says so and passes: operators come and go between versions.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import * as autograd from '../src/autograd/index.js';
import type { Native } from '../src/native.js';
import { locateEngine } from '../src/setup/index.js';
import { pinnedVersion } from '../src/setup/pinned.js';
import { emitFunctions, emitMethods, emitSchemas } from './emit.js';
import { type Plan, plan } from './plan.js';
import { gradedTables } from './pytorch.js';

const packageFolder = join(import.meta.dirname, '..');
const engine = locateEngine();
if (!engine) throw new Error('run `npm run setup` first');
const native = createRequire(import.meta.url)(engine.addon) as Native;
const version = native.libtorchVersion().replace(/\+.*/, '');
const isCheck = process.argv.includes('--check');

if (version !== pinnedVersion && isCheck) {
  console.log(
    `libtorch ${version} is loaded, not the pinned ${pinnedVersion}: the generated files are not compared`,
  );
} else {
  const planned = plan(native.schemas());
  const files: Record<string, string> = {
    [join(packageFolder, 'src/generated/schemas.ts')]: emitSchemas(planned),
    [join(packageFolder, 'src/generated/functions.ts')]: emitFunctions(planned),
    [join(packageFolder, 'src/generated/methods.ts')]: emitMethods(planned),
    [join(packageFolder, '../../docs/operators.md')]: report(planned),
  };
  const stale = Object.entries(files).filter(([path, text]) => read(path) !== text);
  if (isCheck && stale.length > 0) {
    console.error(
      `These files are not what the generator makes: ${stale.map(([path]) => path).join(', ')}. Run \`npm run generate\`.`,
    );
    process.exitCode = 1;
  } else if (!isCheck) {
    for (const [path, text] of stale) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    console.log(
      `${planned.schemas.length} operators as ${planned.functions.length} functions; ${stale.length} files written`,
    );
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function report({ schemas, functions, skipped }: Plan): string {
  const left = [...skipped.values()].reduce((sum, list) => sum + list.length, 0);
  const sections = [...skipped]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([reason, list]) =>
        `### ${reason} (${list.length})\n\n${list
          .sort()
          .map((name) => `\`${name}\``)
          .join(', ')}\n`,
    );
  return `# Operators

Made by \`npm run generate\` from the schemas of libtorch ${pinnedVersion}: ${schemas.length} operators of \`aten\` as ${functions.length} functions,
${functions.filter(({ isMethod }) => isMethod).length} of them methods too; ${left} are left out, each below with its reason. Every one of the dispatcher's operators can be
called by name: \`torch.callOperator('aten::add', 'Tensor', a, b)\`.

## Names and arguments

- \`snake_case\` becomes \`camelCase\`; the trailing underscore of in-place operators stays, as do leading ones of internal ones. \`var\` is \`variance\`.
- The overloads of an operator are overloads of one function. A number where torch takes a tensor or a scalar chooses the scalar form.
- The first few arguments are given by position and the others, keyword-only ones among them, by name in one object at the end:
  \`x.sum(-1, true)\`, \`x.sum(-1, { keepdim: true })\`, \`x.sum({ dim: -1, keepdim: true })\`. The types take each such split. \`self\` is always by position.
- A string that is a choice has the values as its type: \`x.div(2, { roundingMode: 'floor' })\`.
- An argument with a default may be left out or \`undefined\`; \`null\` is torch's \`None\`.
- Whole numbers are ints and others floats where torch tells them apart (\`Scalar\`): \`torch.full([2], 1)\` is int64, as in PyTorch.
- Several results are a labelled tuple: \`const [values, indices] = x.topk(5)\`.
- Creation functions take \`requiresGrad\` beside dtype, device, layout and pinMemory.
- \`torch.save(value, path, { metadata })\` and \`torch.load(path, { mapLocation })\` write and read safetensors files, as Python's \`safetensors\`
  does, not Python's pickles: state dicts of modules and optimizers, and tensors, numbers, strings, booleans and null nested in objects, arrays and Maps.

## Beside the operators

Names of PyTorch ${pinnedVersion}, each there, there with differences, or missing.

${gradedTables()}
${listing('Gradients, in `autograd`', autograd)}
## Left out

${sections.join('\n')}`;
}

/** The names of a hand-written part of the package, but those of its own parts. */
function listing(title: string, space: object): string {
  const names = Object.entries(space).filter(([, value]) => typeof value === 'function');
  return `### ${title} (${names.length})\n\n${names
    .map(([name]) => `\`${name}\``)
    .sort()
    .join(', ')}\n`;
}
