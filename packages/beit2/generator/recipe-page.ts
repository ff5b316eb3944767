/**
 * Writes docs/recipes.md, the reference of recipes, from the schemas of the stages and the comments of their defaults; with
 * `--check`, complains where the page is another.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { isMap, isNode, isScalar, parseDocument, type YAMLMap } from 'yaml';
import { z } from 'zod';
import { builtInRecipes, defaultsOf, recipeHeader } from '../src/config/built-in.js';
import { stageSchemas, type Stage } from '../src/config/schema.js';

const page = fileURLToPath(new URL('../../../docs/recipes.md', import.meta.url));

interface JsonSchema {
  type?: string | string[];
  description?: string;
  const?: string;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  pattern?: string;
  properties?: Record<string, JsonSchema>;
  prefixItems?: JsonSchema[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
}

interface Row {
  key: string;
  value: string;
  range: string;
  meaning: string;
}

const titles: Record<Stage, string> = {
  tokenizer: 'Tokenizer (`beit2 tokenizer train`)',
  pretrain: 'Pretraining (`beit2 pretrain`)',
  finetune: 'Fine-tuning (`beit2 finetune`)',
};

const choicesOf = ({ anyOf, oneOf }: JsonSchema): JsonSchema[] => anyOf ?? oneOf ?? [];

/** What a schema lets through, in words. */
function describeRange(schema: JsonSchema): string {
  const choices = choicesOf(schema);
  if (choices.length > 0)
    return [...new Set(choices.flatMap((choice) => describeRange(choice).split(' or ')))].join(' or ');
  if (Array.isArray(schema.type))
    return schema.type.map((type) => describeRange({ ...schema, type })).join(' or ');
  if (typeof schema.const === 'string') return schema.const;
  if (schema.enum) return schema.enum.map(String).join(', ');
  if (schema.type === 'array') {
    const { prefixItems, items } = schema;
    return prefixItems ? `${prefixItems.length} numbers` : `list of ${describeRange(items ?? {})}`;
  }
  if (schema.type === 'object') return `{ ${Object.keys(schema.properties ?? {}).join(', ')} }`;
  if (schema.type === 'boolean') return 'true, false';
  if (schema.type === 'string') return 'text';
  if (schema.type !== 'number' && schema.type !== 'integer') return schema.type ?? '';
  const kind = schema.type === 'integer' ? 'whole number' : 'number';
  const { minimum, maximum, exclusiveMinimum } = schema;
  const isSafeBound = maximum === Number.MAX_SAFE_INTEGER;
  if (minimum !== undefined && maximum !== undefined && !isSafeBound)
    return `${kind}, ${minimum} to ${maximum}`;
  if (exclusiveMinimum !== undefined)
    return `${kind} above ${exclusiveMinimum}${maximum !== undefined && !isSafeBound ? `, at most ${maximum}` : ''}`;
  return minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? kind : `${kind}, at least ${minimum}`;
}

/** The schemas of the keys inside a section, over all forms that the section has. */
function childrenOf(schema: JsonSchema): Map<string, JsonSchema> {
  const found = new Map<string, JsonSchema>();
  for (const [key, child] of Object.entries(schema.properties ?? {})) found.set(key, child);
  for (const [key, child] of choicesOf(schema).flatMap((choice) => [...childrenOf(choice)])) {
    const known = found.get(key);
    found.set(key, known ? { ...child, anyOf: [known, child] } : child);
  }
  return found;
}

const descriptionOf = (schema: JsonSchema): string | undefined =>
  schema.description ??
  choicesOf(schema)
    .map(descriptionOf)
    .find((text) => text !== undefined);

/** A value as a recipe would say it in one line. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, one]) => `${key}: ${shown(one)}`)
      .join(', ')} }`;
  return typeof value === 'number' && value !== 0 && Math.abs(value) < 1e-3
    ? value.toExponential()
    : String(value);
}

const isLeaf = (value: unknown): boolean =>
  !isMap(value) || value.has('epochs') || value.has('steps') || value.items.length === 0;

function rowsOf(map: YAMLMap, schema: JsonSchema, prefix = ''): Row[] {
  const children = childrenOf(schema);
  const rows = map.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? String(key.value) : String(key);
    const known = children.get(name);
    children.delete(name);
    if (!isNode(value) || !known) throw new Error(`${prefix}${name} has no value or is unknown`);
    const comment = [value.commentBefore, value.comment]
      .filter(Boolean)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    const row = { key: prefix + name, value: '', range: '', meaning: comment };
    if (!isMap(value) || isLeaf(value))
      return [{ ...row, value: shown(value.toJSON()), range: describeRange(known) }];
    return [...(comment === '' ? [] : [row]), ...rowsOf(value, known, `${prefix}${name}.`)];
  });
  const optional = [...children].map(([name, child]) => {
    const meaning = descriptionOf(child);
    if (meaning === undefined) throw new Error(`${prefix}${name} has neither a default nor a description`);
    return { key: prefix + name, value: '', range: describeRange(child), meaning };
  });
  return [...rows, ...optional];
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
const code = (text: string): string => (text === '' ? '' : `\`${cell(text)}\``);

function stageTable(stage: Stage): string {
  const { contents } = parseDocument(readFileSync(defaultsOf(stage), 'utf8'));
  if (!isMap(contents)) throw new Error(`the defaults of ${stage} are no map`);
  const rows = rowsOf(contents, z.toJSONSchema(stageSchemas[stage]) as JsonSchema);
  const lines = rows.map(({ key, value, range, meaning }) =>
    ['', code(key), code(value), cell(range), cell(meaning), ''].join(' | ').trim(),
  );
  return ['| key | default | values | meaning |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

function recipeTable(): string {
  const lines = builtInRecipes().map((name) => {
    const [what = ''] = recipeHeader(name)
      .replace(/\s+/g, ' ')
      .split(/(?<=\.) /, 1);
    return `| \`${name}\` | ${cell(what)} |`;
  });
  return ['| name | what it is |', '| --- | --- |', ...lines].join('\n');
}

const stages = Object.keys(stageSchemas) as Stage[];
const text = `<!-- Written by \`npm run generate\` from the schemas and the defaults of the stages. Do not edit. -->

# Recipes

A recipe is a YAML file that says everything about a training. It names what it \`extends\` (another recipe, in the end the
defaults of a stage) and gives the keys that differ:

\`\`\`yaml
extends: pretrain
name: parts
data: { train: photos/, imageSize: 128 }
masking: { masked: 0.4 } # of the patches
target: { path: runs/parts-tokenizer, imageSize: 128 }
optimizer: { lr: 1.0e-3 }
\`\`\`

Any key can be given after the recipe's name, too, as \`key=value\`, the value in YAML: \`optimizer.lr=1e-3\`,
\`'data.cropScale=[0.4, 1]'\`. A key that does not exist is an error that names the nearest one. \`beit2 recipes NAME\` prints a recipe with all
its keys and their comments, and the recipe that a run was trained with is kept in \`RUN/recipe.yaml\`.

## Recipes that come with beit2

${recipeTable()}

${stages.map((stage) => `## ${titles[stage]}\n\n${stageTable(stage)}`).join('\n\n')}
`;

const config = await resolveConfig(page);
const written = await format(text, { ...config, parser: 'markdown' });
if (!process.argv.includes('--check')) writeFileSync(page, written);
else if (readFileSync(page, 'utf8') !== written) {
  console.error('docs/recipes.md is not what the recipes say: run npm run generate');
  process.exitCode = 1;
}
