import type { Command } from 'commander';
import { imageChoice, sourceArgument } from '../options/image-choice.js';
import { say } from '../options/say.js';
import { positiveInteger } from '../options/numbers.js';
import { printLines } from '../options/say.js';

interface Options {
  quarantine?: string;
  near?: boolean;
  workers?: number;
  image?: string;
  json?: boolean;
}

const words = {
  broken: 'cannot be read',
  duplicate: 'repeat another image byte for byte',
  'near-duplicate': 'look like another image',
  'label-conflict': 'are equal but have different labels',
};
const shown = 20;

export function addDataCheck(data: Command): void {
  data
    .command('check')
    .description('decode every image and find those that are broken, repeated, or labelled in two ways')
    .argument(...sourceArgument)
    .option(
      '-q, --quarantine <file>',
      'write the images to leave out in training (data.exclude), as JSON lines',
    )
    .option('--near', 'leave out images that look like another one, too, not only equal ones')
    .option('--workers <number>', 'threads that decode (default: one per core)', positiveInteger)
    .option(...imageChoice)
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  beit2 data check photos/ --quarantine quarantine.jsonl\n\n' +
        'Then train with data.exclude=quarantine.jsonl.',
    )
    .action(async (paths: string[], { quarantine, near = false, workers, image, json }: Options) => {
      const { prepareResult } = await import('../../files/own-files.js');
      const { checkSource } = await import('../../data/checking/check-source.js');
      const { openSource } = await import('../../data/sources/open-source.js');
      const { writeQuarantine } = await import('../../data/sources/quarantine.js');
      const { countTo } = await import('../options/counter.js');
      if (quarantine !== undefined) prepareResult(quarantine, 'quarantine list');
      const source = await openSource(paths, { image, say });
      const counter = countTo('checking', source.length);
      const { images, problems, emptyClasses } = await checkSource(source, {
        workers,
        onProgress: counter.update,
      });
      counter.end();
      const out = problems.filter(({ problem }) => near || problem !== 'near-duplicate');
      if (quarantine !== undefined) writeQuarantine(quarantine, source, out);
      const named = problems.map((one) => ({
        ...one,
        name: source.name(one.index),
        ...('of' in one && { ofName: source.name(one.of) }),
      }));
      if (json) {
        process.stdout.write(JSON.stringify({ images, emptyClasses, problems: named }, null, 2) + '\n');
        return;
      }
      const lines = [`${images} images checked`];
      for (const [kind, text] of Object.entries(words)) {
        const these = named.filter(({ problem }) => problem === kind);
        lines.push(`${these.length} ${text}`);
        for (const one of these.slice(0, shown))
          lines.push(`  ${one.name}${'reason' in one ? `: ${one.reason}` : ` (${one.ofName ?? ''})`}`);
        if (these.length > shown) lines.push(`  … and ${these.length - shown} more (--json has all)`);
      }
      if (emptyClasses.length > 0) lines.push(`classes without an image: ${emptyClasses.join(', ')}`);
      if (quarantine !== undefined)
        lines.push(`${out.length} images are on ${quarantine}: train with data.exclude=${quarantine}`);
      printLines(...lines);
    });
}
