/** A command writes over what it wrote before and over nothing else: files of beit2 are known by how they begin. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../errors.js';
import { endingOf, FileReader, prepareOutput } from './file-access.js';

/** Put into pages and pictures, by which they are known. */
export const writer = 'beit2';

const header = '^.{8}\\{"__metadata__":\\{'; // of safetensors
const starts = {
  page: new RegExp(`<meta name="generator" content="${writer}">`),
  picture: new RegExp(`^\\x89PNG.*${writer}`, 's'),
  features: new RegExp(`^\\{"name":".*"vector":\\[|${header}"names":"`, 's'),
  'names of features': /^\{"names":\[/,
  index: /^\{"dim":\d+,"sha256":"/,
  'token maps': new RegExp(`^\\{"codes":\\d+,"grid":\\d+,"images":|${header}"codes":"`, 's'),
  'ONNX model': new RegExp(`^\\x08.\\x12.${writer}`, 's'),
  manifest: /^.{8}\{"__metadata__":\{"beit2":"manifest"/s,
  'quarantine list': /^\{"quarantine":1,/,
  'converted model': /\\?"family\\?":\\?"\w+\\?",\\?"dim\\?":/, // its card
};

/** What a command writes. */
export type Written = Exclude<keyof typeof starts, 'names of features'>;

/** Bytes in which a file must show what it is; the card of a torch file stands behind the names of all its tensors. */
const looked = 2 ** 20;

function begins(path: string, what: keyof typeof starts): boolean {
  if (!existsSync(path)) return false;
  const file = new FileReader(path);
  return starts[what].test(Buffer.from(file.read(0, Math.min(file.size, looked))).toString('latin1'));
}

function isOwn(path: string, what: Written): boolean {
  switch (what) {
    case 'features':
      return endingOf(path) === '.npy' ? begins(`${path}.json`, 'names of features') : begins(path, what);
    case 'index':
      return begins(`${path}.json`, what);
    case 'converted model':
      return begins(path, what) && !existsSync(join(dirname(path), 'state.json')); // else a checkpoint of a run
    default:
      return begins(path, what);
  }
}

/** Files that always go beside an output. */
function besideOf(path: string, what: Written): string[] {
  if (what === 'index' || (what === 'features' && endingOf(path) === '.npy')) return [`${path}.json`];
  return what === 'ONNX model' ? [`${path}.data`] : [];
}

/**
 * Makes the folder that a result will go to, before the work for it.
 * @param beside other files of the result
 * @throws UserError when it cannot be written there, or where there is a file that is no earlier result of the kind
 */
export function prepareResult(path: string, what: Written, beside: readonly string[] = []): void {
  prepareOutput(path);
  const there = [path, ...besideOf(path, what), ...beside].filter(
    (file) => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0,
  );
  const [first] = there;
  if (first === undefined || isOwn(path, what)) return;
  throw new UserError(
    `${first} already exists and is not ${nouns[what]} written by beit2: give another name, or remove it first.`,
  );
}

const nouns: Record<Written, string> = {
  page: 'a page',
  picture: 'a picture',
  features: 'features',
  index: 'an index',
  'token maps': 'token maps',
  'ONNX model': 'an ONNX model',
  manifest: 'a manifest',
  'quarantine list': 'a quarantine list',
  'converted model': 'a converted model',
};
