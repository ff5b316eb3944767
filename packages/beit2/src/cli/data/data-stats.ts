import type { Command } from 'commander';
import { imageChoice, sourceArgument } from '../options/image-choice.js';
import type { DataStats } from '../../data/loading/stats.js';
import { textList } from '../options/table.js';

/** The statistics as lines of text. */
function describeStats(stats: DataStats): string {
  const { images, bytes, broken, notTaken, unlabelled, formats, traits, width, height, classes, mean, std } =
    stats;
  const counted = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ');
  const triple = (values: readonly number[]) => values.map((value) => value.toFixed(4)).join(' ');
  const sizes = (name: string, { min, median, max }: DataStats['width']) =>
    `${name} ${min} to ${max} (median ${median})`;
  const rows: [string, string][] = [
    ['images', `${images} in ${(bytes / 1e6).toFixed(1)} MB`],
    ['formats', counted(formats) || 'none'],
    ['special', counted(traits) || 'none'],
    ['pixels', `${sizes('width', width)}, ${sizes('height', height)}`],
    ['mean', `${triple(mean)} (red, green, blue, in 0 to 1)`],
    ['std', triple(std)],
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

export function addDataStats(data: Command): void {
  data
    .command('stats')
    .description(
      'decode every image and show counts, sizes, formats, broken files, channel mean and standard deviation',
    )
    .argument(...sourceArgument)
    .option(...imageChoice)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExamples:\n  beit2 data stats photos/\n  beit2 data stats "shards/*.tar" --json')
    .action(async (paths: string[], { image, json }: { image?: string; json?: boolean }) => {
      const { openSource } = await import('../../data/sources/open-source.js');
      const { dataStats } = await import('../../data/loading/stats.js');
      const { countTo } = await import('../options/counter.js');
      const source = await openSource(paths, { image });
      const counter = countTo('decoding', source.length);
      const stats = await dataStats(source, counter.update);
      counter.end();
      process.stdout.write(json ? JSON.stringify(stats, null, 2) + '\n' : describeStats(stats));
    });
}
