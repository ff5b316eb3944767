import type { Command } from 'commander';
import { bandsOf, channelsOption, windowOption } from '../options/band-choice.js';
import { imageChoice, sourceArgument } from '../options/image-choice.js';
import type { DataStats } from '../../data/loading/stats.js';
import { printable } from '../../files/printable.js';
import { textList } from '../options/table.js';

interface StatsChoice {
  image?: string;
  channels?: string;
  window?: string;
  json?: boolean;
}

/** The statistics as lines of text. */
function describeStats(stats: DataStats): string {
  const {
    images,
    bytes,
    broken,
    notTaken,
    unlabelled,
    formats,
    traits,
    width,
    height,
    classes,
    channels,
    mean,
    std,
  } = stats;
  const counted = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ');
  const each = (values: readonly number[]) => values.map((value) => value.toFixed(4)).join(' ');
  const sizes = (name: string, { min, median, max }: DataStats['width']) =>
    `${name} ${min} to ${max} (median ${median})`;
  const rows: [string, string][] = [
    ['images', `${images} in ${(bytes / 1e6).toFixed(1)} MB`],
    ['formats', counted(formats) || 'none'],
    ['special', counted(traits) || 'none'],
    ['pixels', `${sizes('width', width)}, ${sizes('height', height)}`],
    ['mean', `${each(mean)} (${channels.map(printable).join(', ')}, in 0 to 1)`],
    ['std', each(std)],
    ...describeValues(stats),
    ['classes', classes ? String(classes.length) : 'none: no labels'],
    ...(classes ?? []).map(({ name, images: count }): [string, string] => ['', `${name}: ${count}`]),
    ...(unlabelled > 0 ? [['', `no label: ${unlabelled}`] as [string, string]] : []),
    ['broken', String(broken.length)],
    ...broken.map(({ name, reason }): [string, string] => ['', `${name}: ${reason}`]),
    ['not taken', String(notTaken.reduce((sum, { count }) => sum + count, 0))],
    ...notTaken.map(({ reason, count, example }): [string, string] => [
      '',
      `${reason}: ${count}, such as ${example}`,
    ]),
  ];
  return textList(rows);
}

/** Ranges of chosen bands, and the setting that has them as its windows. */
function describeValues({ values, channels }: DataStats): [string, string][] {
  if (!values) return [];
  const short = (value: number) => String(Number(value.toPrecision(6)));
  const rows = values.map(({ min, max, low, high }, i): [string, string] => [
    i === 0 ? 'values' : '',
    `${printable(channels[i] ?? '')}: ${short(min)} to ${short(max)}, 98 % from ${short(low)} to ${short(high)}`,
  ]);
  const windows = values.map(({ low, high }) => `[${short(low)}, ${short(high > low ? high : low + 1)}]`);
  return [...rows, ['', `for a recipe: data.window=[${windows.join(', ')}]`]];
}

export function addDataStats(data: Command): void {
  data
    .command('stats')
    .description(
      'decode every image and show counts, sizes, formats, broken files, channel mean and standard deviation',
    )
    .argument(...sourceArgument)
    .option(...imageChoice)
    .option(...channelsOption)
    .option(...windowOption)
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  beit2 data stats photos/\n  beit2 data stats "shards/*.tar" --json\n' +
        '  beit2 data stats tiles/ --channels B02=2,B03=3,B04=4,B08=8 --window 0,10000',
    )
    .action(async (paths: string[], { image, json, ...choice }: StatsChoice) => {
      const bands = await bandsOf(choice);
      const { openSource } = await import('../../data/sources/open-source.js');
      const { dataStats } = await import('../../data/loading/stats.js');
      const { countTo } = await import('../options/counter.js');
      const source = await openSource(paths, { image });
      const counter = countTo('decoding', source.length);
      const stats = await dataStats(source, { bands, onProgress: counter.update });
      counter.end();
      process.stdout.write(json ? JSON.stringify(stats, null, 2) + '\n' : describeStats(stats));
    });
}
