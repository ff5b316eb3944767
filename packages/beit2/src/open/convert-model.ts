/** Writes a model under other key names and in another kind of file, its card with it: the content of `beit2 convert`. */
import { existsSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { UserError } from '../errors.js';
import { type Description } from '../model/weights/detect.js';
import { endingOf, prepareOutput, refuseOverwrite, writeFileWhole } from '../files/file-access.js';
import { huggingFaceConfig, preprocessorConfig } from '../model/weights/huggingface-config.js';
import { fromOfficialKeys, type KeyNote, type StateDict } from '../model/weights/key-maps.js';
import { prepareResult } from '../files/own-files.js';
import { printable } from '../files/printable.js';
import { writeTorchFile } from '../formats/pytorch/pytorch-writer.js';
import { writeSafetensors } from '../formats/safetensors.js';
import { timmConfig } from '../model/weights/timm-config.js';
import type { ModelCard } from '../model/model-card.js';
import { findWeights, sayStripped, type FoundWeights, type WeightOptions } from './find-weights.js';
import { describeAssumptions, readCard } from './read-card.js';

/** Key names to convert to; `safetensors` keeps the file's own. */
export type ConversionTarget = 'official' | 'timm' | 'huggingface' | 'safetensors';

export interface Conversion {
  /** What the source is. */
  source: Description;
  /** Files that were written. */
  files: string[];
  /** What became of each key. */
  notes: KeyNote[];
  /** What else the source held, which is not in the result. */
  leftOut: string[];
  /** What travels with the weights; null for a model that is not known here. */
  card: ModelCard | null;
}

/**
 * Converts a model. The values keep every bit, its card travels along, and one tensor at a time is in memory.
 * @param reference as `openModel` takes it
 * @param to `huggingface` writes a folder, `timm` a folder or a file, the others a file; a file by its ending
 *   `.safetensors`, or `.pth`, `.pt` or `.bin` as torch.save writes them
 * @throws UserError where the source is no checkpoint, the target has no such model, the ending is another, or the output
 *   would be written over the source
 */
export async function convertModel(
  reference: string,
  output: string,
  to: ConversionTarget,
  options: WeightOptions,
): Promise<Conversion> {
  const target: Target = {
    output,
    to,
    isFolder: to === 'huggingface' || (to === 'timm' && extname(output) === ''),
  };
  checkOutput(target);
  const found = await findWeights(reference, options);
  sayStripped(found, options);
  refuseInPlace(target, found);
  keepOthers(target);
  const card = found.kind === 'unknown' ? null : await cardOf(found, options);
  const source: Description = {
    kind: found.kind,
    dialect: found.dialect,
    title: found.title,
    sizes: found.sizes,
  };
  if (to === 'safetensors') return keepKeys(target, found, source, card);
  if (card === null) {
    throw new UserError(
      `${reference} holds ${found.title}: it can only be converted with --to safetensors, which keeps its keys.`,
    );
  }
  const unknown = found.notes.filter(({ fate }) => fate === 'unknown').map(({ key }) => key);
  if (unknown.length > 0) {
    throw new UserError(
      `${reference} has keys that ${found.title} does not have: ${unknown.slice(0, 10).map(printable).join(', ')}.`,
    );
  }
  const { tensors, notes } = fromOfficialKeys(found.tensors, found.kind, to);
  const files = writeModel(target, tensors, found, card);
  const report = [...mergeNotes(found.notes, notes), ...epsNote(card, to)];
  return { source, files, notes: report, leftOut: leftOut(found, carried), card };
}

/** Where the result goes. */
interface Target {
  output: string;
  to: ConversionTarget;
  isFolder: boolean;
}

/** Entries of the source that the card holds. */
const carried = ['card', 'classes', 'recipe', 'format'];

async function cardOf(found: FoundWeights, { given, say }: WeightOptions): Promise<ModelCard> {
  const { card, assumed } = await readCard(found, given);
  const sentence = describeAssumptions(
    found.reference,
    assumed.filter(({ about }) => about !== 'aggregation'),
    '--',
  );
  if (sentence !== null) say(sentence);
  return card;
}

function keepKeys(
  { output }: Target,
  { checkpoint }: FoundWeights,
  source: Description,
  card: ModelCard | null,
): Conversion {
  const { tensors, meta, format } = checkpoint;
  const notes = [...tensors.keys()].map((key): KeyNote => ({ key, fate: 'kept' }));
  const isHeader = format === 'safetensors' || format === 'sharded safetensors';
  const kept = isHeader ? (meta as Record<string, string>) : {};
  writeSafetensors(output, tensors, { format: 'pt', ...kept, ...headerOf(card) });
  const rest = isHeader ? [] : leftOut({ checkpoint }, carried);
  return { source, files: [output], notes, leftOut: rest, card };
}

function leftOut({ checkpoint }: Pick<FoundWeights, 'checkpoint'>, kept: readonly string[]): string[] {
  return Object.keys(checkpoint.meta).filter((name) => !kept.includes(name));
}

/** What the header of a file of ours says of its model. */
function headerOf(card: ModelCard | null): Record<string, string> {
  if (card === null) return {};
  return { card: JSON.stringify(card), ...(card.classes && { classes: JSON.stringify(card.classes) }) };
}

/** @returns the files written */
function writeModel(
  { output, to, isFolder }: Target,
  tensors: StateDict,
  found: FoundWeights,
  card: ModelCard,
): string[] {
  if (!isFolder && endingOf(output) !== '.safetensors') {
    writeTorchFile(output, tensors, {
      ...(card.classes && { classes: card.classes }),
      card: JSON.stringify(card),
    });
    return [output];
  }
  const weights = isFolder ? join(output, 'model.safetensors') : output;
  writeSafetensors(weights, tensors, { format: 'pt', ...headerOf(card) });
  if (!isFolder) return [weights];
  const config = join(output, 'config.json');
  if (to === 'timm') {
    writeText(config, timmConfig(found.tensors, found.sizes, card));
    return [weights, config];
  }
  const processor = join(output, 'preprocessor_config.json');
  writeText(config, huggingFaceConfig(found.kind, found.tensors, found.sizes, card));
  writeText(processor, preprocessorConfig(card));
  return [weights, config, processor];
}

function writeText(path: string, text: string): void {
  writeFileWhole(path, (append) => append(Buffer.from(text)));
}

/** Models of the official and timm's code have an epsilon of their own, whatever the card says. */
function epsNote({ family, eps }: ModelCard, to: ConversionTarget): KeyNote[] {
  const own = family === 'clip' ? 1e-5 : 1e-6;
  if (to === 'huggingface' || eps === own) return [];
  const why = `it is ${eps.toExponential()}, but the ${to} code always uses ${own.toExponential()}; the card in the file keeps it for beit2`;
  return [{ key: 'layer_norm_eps', fate: 'dropped', why }];
}

function checkOutput({ output, to, isFolder }: Target): void {
  const ending = endingOf(output);
  if (isFolder) {
    const isFile = existsSync(output) && !statSync(output).isDirectory();
    if (isFile)
      throw new UserError(`${output} is a file, but the Hugging Face format is a folder: give another name.`);
  } else if (to === 'safetensors' ? ending !== '.safetensors' : !endings.includes(ending)) {
    const allowed = to === 'safetensors' ? '.safetensors' : endings.join(', ');
    throw new UserError(`The name ${output} does not tell which format to write: end it in ${allowed}.`);
  }
  prepareOutput(isFolder ? join(output, 'config.json') : output);
}

const endings = ['.safetensors', '.pth', '.pt', '.bin'];

/** A training checkpoint holds more than its weights, and what is read from a file while it is written is lost. */
function refuseInPlace({ output, isFolder }: Target, { path }: FoundWeights): void {
  refuseOverwrite(output, isFolder ? dirname(path) : path);
}

/** What is there already is written over where it is an earlier conversion, its configuration with it. */
function keepOthers({ output, isFolder }: Target): void {
  if (!isFolder) {
    prepareResult(output, 'converted model');
    return;
  }
  const beside = ['config.json', 'preprocessor_config.json'].map((name) => join(output, name));
  prepareResult(join(output, 'model.safetensors'), 'converted model', beside);
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
