/** A recipe with the comments of its stage's defaults, for readers. */
import { readFileSync } from 'node:fs';
import { Document, isMap, isScalar, isSeq, parseDocument, type Node, type YAMLMap } from 'yaml';
import { defaultsOf } from './built-in.js';
import type { Recipe } from './schema.js';

/** The complete recipe as YAML, each value with the comment that the stage's defaults have on it. */
export function explainRecipe(recipe: Recipe): string {
  const defaults = parseDocument(readFileSync(defaultsOf(recipe.stage), 'utf8'));
  const document = new Document(recipe);
  const order = isMap(defaults.contents) ? defaults.contents.items.map(({ key }) => String(key)) : [];
  if (isMap(document.contents) && isMap(defaults.contents)) {
    const place = ({ key }: { key: unknown }) => order.indexOf(String(key));
    document.contents.items.sort((a, b) => place(a) - place(b));
    copyComments(defaults.contents, document.contents);
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function copyComments(from: YAMLMap, to: YAMLMap): void {
  for (const { key, value } of to.items) {
    if (!isNode(value)) continue;
    const source: unknown = from.get(key, true);
    const isShort = isSeq(value) || (isMap(value) && (value.has('epochs') || value.has('steps')));
    if (isShort) value.flow = true;
    if (!isNode(source)) continue;
    value.comment = source.comment;
    value.commentBefore = source.commentBefore;
    if (isMap(value) && isMap(source) && !isShort) copyComments(source, value);
  }
}

const isNode = (value: unknown): value is Node => isMap(value) || isSeq(value) || isScalar(value);
