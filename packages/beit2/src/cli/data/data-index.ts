import type { Command } from 'commander';
import { imageChoice, sourceArgument } from '../options/image-choice.js';
import { printLines, say } from '../options/say.js';

export function addDataIndex(data: Command): void {
  data
    .command('index')
    .description(
      'write a manifest of a source (places, sizes, labels, names), from which training starts at once',
    )
    .argument(...sourceArgument)
    .requiredOption('-o, --output <file>', 'the manifest to write, NAME.manifest')
    .option(...imageChoice)
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  beit2 data index photos/ -o photos.manifest\n\n' +
        'Then name it in place of the source, as in data.train=photos.manifest. The source may lie on a server: ' +
        'https://HOST/train-{000..146}.tar, s3://BUCKET/PREFIX/.',
    )
    .action(
      async (
        paths: string[],
        { output, image, json }: { output: string; image?: string; json?: boolean },
      ) => {
        const { UserError } = await import('../../errors.js');
        const { prepareResult } = await import('../../files/own-files.js');
        const { manifestEnding, writeManifest } = await import('../../data/sources/manifest.js');
        const { labelNotes } = await import('../../data/sources/left-out.js');
        const { openSource } = await import('../../data/sources/open-source.js');
        if (!output.endsWith(manifestEnding))
          throw new UserError(`A manifest is known by its name: end ${output} in ${manifestEnding}.`);
        prepareResult(output, 'manifest');
        const source = await openSource(paths, { image, say });
        for (const note of labelNotes(source)) say(note);
        writeManifest(source, output);
        const result = { manifest: output, images: source.length, classes: source.classes?.length ?? null };
        if (json) process.stdout.write(JSON.stringify(result, null, 2) + '\n');
        else printLines(`Listed ${source.length} images in ${output}; name it as the source from now on.`);
      },
    );
}
