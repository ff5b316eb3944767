/** Writes a checkpoint under other key names and in another kind of file: the content of `beit2 convert`. */
import { existsSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { UserError } from '../errors.js';
import { readCheckpoint } from './checkpoint.js';
import { classNames } from './class-names.js';
import { describeStateDict, type Description } from './detect.js';
import { prepareOutput, writeFileWhole } from './file-access.js';
import { huggingFaceConfig } from './huggingface-config.js';
import { fromOfficialKeys, toOfficialKeys, type KeyNote, type StateDict } from './key-maps.js';
import { printable } from './printable.js';
import { writeTorchFile } from './pytorch-writer.js';
import { writeSafetensors } from './safetensors.js';

/** Key names to convert to; `safetensors` keeps the file's own. */
export const conversionTargets = ['official', 'timm', 'huggingface', 'safetensors'] as const;
export type ConversionTarget = (typeof conversionTargets)[number];

export interface Conversion {
  /** What the source is. */
  source: Description;
  /** Files that were written. */
  files: string[];
  /** What became of each key. */
  notes: KeyNote[];
}

/**
 * Converts a checkpoint. The values keep every bit, names of classes are kept, and one tensor at a time is in memory.
 * @param to for `huggingface` the output is a folder with `config.json` and `model.safetensors`; else a file, by its
 *   ending `.safetensors`, or `.pth`, `.pt` or `.bin` as torch.save writes them
 * @throws UserError where the source is no checkpoint, the target has no such model, or the ending is another
 */
export function convertCheckpoint(
  input: string,
  output: string,
  to: ConversionTarget,
  options: { entry?: string } = {},
): Conversion {
  checkOutput(output, to);
  const checkpoint = readCheckpoint(input, options);
  const source = describeStateDict(checkpoint.tensors, checkpoint.meta);
  const classes = classNames(checkpoint.meta, source.sizes.classes);
  if (to === 'safetensors') {
    const notes = [...checkpoint.tensors.keys()].map((key): KeyNote => ({ key, fate: 'kept' }));
    return { source, files: [writeTensors(output, checkpoint.tensors, classes)], notes };
  }
  if (source.kind === 'unknown') {
    throw new UserError(
      `${input} holds no model known here: only --to safetensors, which keeps its keys, can convert it.`,
    );
  }
  const official = toOfficialKeys(checkpoint.tensors, source);
  const unknown = official.notes.filter(({ fate }) => fate === 'unknown').map(({ key }) => key);
  if (unknown.length > 0) {
    throw new UserError(
      `${input} has keys that ${source.title} does not have: ${unknown.slice(0, 10).map(printable).join(', ')}.`,
    );
  }
  const { tensors, notes } = fromOfficialKeys(official.tensors, source.kind, to);
  const report = [...mergeNotes(official.notes, notes), ...epsNote(source, to)];
  if (to !== 'huggingface') return { source, files: [writeTensors(output, tensors, classes)], notes: report };

  const weights = join(output, 'model.safetensors');
  const config = join(output, 'config.json');
  const values = huggingFaceConfig(source.kind, official.tensors, source.sizes, classes);
  writeSafetensors(weights, tensors, { format: 'pt' });
  writeFileWhole(config, (append) => append(Buffer.from(JSON.stringify(values, null, 2) + '\n')));
  return { source, files: [weights, config], notes: report };
}

/** Files of the official kind have no place for an epsilon: their models have their own. */
function epsNote({ kind, sizes: { normEps } }: Description, to: ConversionTarget): KeyNote[] {
  const own = kind === 'clip' ? 1e-5 : 1e-6;
  if (to === 'huggingface' || normEps === undefined || normEps === own) return [];
  return [
    {
      key: 'layer_norm_eps',
      fate: 'dropped',
      why: `it was ${normEps} in config.json, ${to} models have ${own}`,
    },
  ];
}

function checkOutput(output: string, to: ConversionTarget): void {
  const ending = extname(output);
  if (to === 'huggingface') {
    const isFile = existsSync(output) && !statSync(output).isDirectory();
    if (isFile)
      throw new UserError(`${output} is a file; Hugging Face's form is a folder: give another name.`);
  } else if (to === 'safetensors' ? ending !== '.safetensors' : !endings.includes(ending)) {
    const allowed = to === 'safetensors' ? '.safetensors' : endings.join(', ');
    throw new UserError(`The name of ${output} does not tell what to write: end it in ${allowed}.`);
  }
  prepareOutput(to === 'huggingface' ? join(output, 'config.json') : output);
}

const endings = ['.safetensors', '.pth', '.pt', '.bin'];

function writeTensors(output: string, tensors: StateDict, classes: string[] | null): string {
  if (output.endsWith('.safetensors')) {
    writeSafetensors(output, tensors, { format: 'pt', ...(classes && { classes: JSON.stringify(classes) }) });
  } else writeTorchFile(output, tensors, classes ? { classes } : {});
  return output;
}

/** One report of two renamings: from the file's keys to ours, and from ours to the target's. */
function mergeNotes(first: KeyNote[], second: KeyNote[]): KeyNote[] {
  const bySource = new Map(second.map((note) => [note.key, note]));
  const followed = first.map((note): KeyNote => {
    const next = bySource.get(note.to?.[0] ?? note.key);
    bySource.delete(note.to?.[0] ?? note.key);
    if (!next || next.fate === 'kept') return note;
    if (note.fate === 'kept') return next;
    return { ...next, key: note.key };
  });
  return [...followed, ...[...bySource.values()].filter(({ fate }) => fate === 'computed')];
}
