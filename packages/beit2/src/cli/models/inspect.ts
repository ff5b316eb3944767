import { InvalidArgumentError, type Command } from 'commander';
import { describeNotes } from '../../model/weights/describe-notes.js';
import { printable } from '../../files/printable.js';
import type { ModelCard } from '../../model/model-card.js';
import type { Inspection } from '../../open/inspect-model.js';
import {
  addModelArgument,
  addModelOptions,
  modelOptions,
  type ModelFlags,
} from '../options/model-options.js';
import { textList } from '../options/table.js';

/** An inspection as lines of text; with `keys` every tensor and what happens to it. */
function describeInspection(inspection: Inspection, keys: boolean): string {
  const {
    unknown,
    stripped,
    format,
    entry,
    parameters,
    bytes,
    title,
    sizes,
    meta,
    load,
    fresh,
    problem,
    tensors,
  } = inspection;
  const named = Object.entries(sizes).map(([name, size]) => `${name} ${size}`);
  const rows: [string, string][] = [
    ['file', `${inspection.path} (${format}${entry === '' ? '' : `, entry ${printable(entry)}`})`],
    ['holds', title],
    ['sizes', named.join(', ') || 'unknown'],
    ...(inspection.card ? describeCard(inspection.card) : []),
    ['assumed', inspection.assumed.map(({ text }) => text).join(', ')],
    [
      'tensors',
      `${tensors.length} with ${parameters.toLocaleString('en')} values, ${(bytes / 1e6).toFixed(1)} MB`,
    ],
    ...(keys ? tensors.map(describeKey) : []),
    ['metadata', Object.keys(meta).map(printable).join(', ') || 'nothing'],
    ['removed', stripped.map(printable).join(', ')],
    ['not read', unknown.length > 0 ? `values of ${unknown.map(printable).join(', ')}` : ''],
    ...describeNotes(load, keys),
    ['fresh', fresh.length > 0 ? `${fresh.join(', ')}: fine-tuning initialises them` : ''],
    ['problem', problem ?? ''],
  ];
  return textList(rows.filter(([, text]) => text !== ''));
}

/** What tensor shapes do not show. */
function describeCard({
  heads,
  eps,
  activation,
  image,
  classes,
  licence,
  origin,
}: ModelCard): [string, string][] {
  const { size, mean, std, resize, interpolation } = image;
  const named = classes?.slice(0, 5).map(printable).join(', ') ?? '';
  const more = classes && classes.length > 5 ? ` and ${classes.length - 5} more` : '';
  return [
    ['network', `${heads} heads, epsilon ${eps.toExponential()}, ${activation}`],
    [
      'images',
      `${size} x ${size} from a short side of ${resize}, ${interpolation}; mean ${mean.join(' ')}, deviation ${std.join(' ')}`,
    ],
    ['classes', named + more],
    ['licence', printable(licence ?? '')],
    ['origin', printable(origin ?? '')],
  ];
}

function describeKey({ key, dtype, shape }: Inspection['tensors'][number]): [string, string] {
  return ['', `${printable(key)}  ${dtype} [${shape.join(', ')}]`];
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('It must be a positive whole number.');
  return value;
}

export function addInspect(program: Command): void {
  const command = program
    .command('inspect')
    .description(
      'show the contents and sizes of a model file, and what loading it would keep, drop and resize',
    );
  addModelOptions(addModelArgument(command, 'any weights'))
    .option('--image-size <pixels>', 'preview fine-tuning on images of this size', positive)
    .option('--classes <count>', 'preview fine-tuning with this many classes', positive)
    .option('--keys', 'list every tensor')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  beit2 inspect beitv2_base_patch16_224_pt1k.pth\n  beit2 inspect model.safetensors --image-size 384 --classes 10',
    )
    .action(async (reference: string, options: InspectFlags) => {
      const { inspectModel } = await import('../../open/inspect-model.js');
      const inspection = await inspectModel(reference, { ...modelOptions(reference, options), ...options });
      process.stdout.write(
        options.json
          ? JSON.stringify(inspection, null, 2) + '\n'
          : describeInspection(inspection, options.keys === true),
      );
    });
}

interface InspectFlags extends ModelFlags {
  imageSize?: number;
  classes?: number;
  keys?: boolean;
  json?: boolean;
}
