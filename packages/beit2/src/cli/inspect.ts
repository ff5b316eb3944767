import { InvalidArgumentError, type Command } from 'commander';
import type { Inspection } from '../formats/inspect.js';
import type { KeyNote } from '../formats/key-maps.js';

/** An inspection as lines of text; with `keys` every tensor, else only what a load does, blocks taken together. */
export function describeInspection(inspection: Inspection, keys: boolean): string {
  const { format, entry, parameters, bytes, title, sizes, meta, load, fresh, problem, tensors } = inspection;
  const rows: [string, string][] = [
    ['file', `${inspection.path} (${format}${entry === '' ? '' : `, entry ${entry}`})`],
    ['holds', title],
    [
      'sizes',
      Object.entries(sizes)
        .map(([name, size]) => `${name} ${size}`)
        .join(', ') || 'unknown',
    ],
    [
      'tensors',
      `${tensors.length} with ${parameters.toLocaleString('en')} values, ${(bytes / 1e6).toFixed(1)} MB`,
    ],
    ['beside', Object.keys(meta).join(', ') || 'nothing'],
    ...(keys
      ? tensors.map(({ key, dtype, shape }): [string, string] => [
          '',
          `${key}  ${dtype} [${shape.join(', ')}]`,
        ])
      : []),
    ...describeNotes(load),
  ];
  if (fresh.length > 0) rows.push(['fresh', `${fresh.join(', ')} (fine-tuning begins them anew)`]);
  if (problem !== null) rows.push(['problem', problem]);
  return rows.map(([name, text]) => `${name.padEnd(12)}  ${text}\n`).join('');
}

/** What becomes of the keys, those that differ only in a block's number on one line. */
export function describeNotes(notes: KeyNote[]): [string, string][] {
  const lines = new Map<string, { note: KeyNote; count: number }>();
  const starred = (key: string): string => key.replace(/\.\d+\./, '.*.');
  for (const note of notes) {
    const to = [...new Set(note.to?.map(starred))].join(', ');
    const text = `${note.fate.padEnd(12)}  ${starred(note.key)}${to === '' ? '' : ` → ${to}`}`;
    const why = note.why === undefined || note.why === '' ? '' : ` (${note.why})`;
    const line = lines.get(text + why) ?? { note, count: 0 };
    line.count += 1;
    lines.set(text + why, line);
  }
  return [...lines].map(([text, { note, count }]) => [
    note.fate,
    `${text.slice(14)}${count > 1 ? ` × ${count}` : ''}`,
  ]);
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('It must be a whole number above 0.');
  return value;
}

export function addInspect(program: Command): void {
  program
    .command('inspect')
    .description('say what a checkpoint holds, its sizes, and what loading it would keep, drop and resize')
    .argument(
      '<file>',
      'a .pth, .pt, .safetensors or sharded index file, a folder with one, hf:ORG/NAME or https://…',
    )
    .option('--entry <name>', 'entry of the file that holds the weights (default: the usual one)')
    .option('--image-size <pixels>', 'show a load for fine-tuning on pictures of this size', positive)
    .option('--classes <count>', 'show a load for fine-tuning with so many classes', positive)
    .option('--keys', 'list every tensor')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  beit2 inspect beitv2_base_patch16_224_pt1k.pth\n  beit2 inspect model.safetensors --image-size 384 --classes 10',
    )
    .action(async (reference: string, options: InspectFlags) => {
      const { resolveWeights } = await import('../formats/hub.js');
      const { inspectCheckpoint } = await import('../formats/inspect.js');
      const inspection = inspectCheckpoint(await resolveWeights(reference), options);
      process.stdout.write(
        options.json
          ? JSON.stringify(inspection, null, 2) + '\n'
          : describeInspection(inspection, options.keys === true),
      );
    });
}

interface InspectFlags {
  entry?: string;
  imageSize?: number;
  classes?: number;
  keys?: boolean;
  json?: boolean;
}
