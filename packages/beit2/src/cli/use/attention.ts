import { InvalidArgumentError, type Command } from 'commander';
import type { PatchPlace } from '../../report/attention-pictures.js';
import { positiveInteger } from '../options/numbers.js';
import { addDeviceOption } from '../options/device-option.js';
import {
  addModelArgument,
  addModelOptions,
  modelOptions,
  type ModelFlags,
} from '../options/model-options.js';
import { say } from '../options/say.js';

interface Options extends ModelFlags {
  output: string;
  block?: number;
  patch?: PatchPlace;
  device: string;
  json?: boolean;
}

function patchPlace(text: string): PatchPlace {
  const match = /^(\d+),(\d+)$/.exec(text);
  if (!match) throw new InvalidArgumentError('Give row and column, e.g. 3,5.');
  return { row: Number(match[1]), column: Number(match[2]) };
}

export function addAttention(program: Command): void {
  const command = program
    .command('attention')
    .description('draw what [CLS] or a patch attends to, head by head, as a PNG and an HTML page');
  addModelArgument(command, 'a tokenizer, encoder or classifier')
    .argument('<image>', 'an image file')
    .option('-o, --output <name>', 'write NAME.png and NAME.html', 'attention')
    .option('--block <number>', 'number of the block, from 1 (default: the last)', positiveInteger)
    .option(
      '--patch <row,column>',
      'patch whose attention to draw, 1,1 is the top left (default: [CLS])',
      patchPlace,
    );
  addDeviceOption(addModelOptions(command))
    .option('--json', 'print the maps as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  beit2 attention runs/pretrain cat.jpg -o cat\n  beit2 attention beitv2_base_patch16_224.pth cat.jpg --block 6 --patch 7,7',
    )
    .action(async (reference: string, image: string, options: Options) => {
      const path = await import('node:path');
      const { attentionPage } = await import('../../report/attention-page.js');
      const { writeAttentionPng } = await import('../../report/attention-pictures.js');
      const { writePage } = await import('../../report/write-page.js');
      const { imageAttention } = await import('../../use/attention.js');
      const { chooseDevice } = await import('../../train/engine.js');
      const { openModel } = await import('../../open/open-model.js');
      const { prepareResult } = await import('../../files/own-files.js');
      const { output } = options;
      prepareResult(`${output}.png`, 'picture');
      prepareResult(`${output}.html`, 'page');
      const device = chooseDevice(options.device);
      const opened = await openModel(reference, { ...modelOptions(reference, options), device });
      const from = options.patch ?? null;
      const attention = await imageAttention(opened, image, { block: options.block, from, device });
      await writeAttentionPng(`${output}.png`, attention);
      say(`Wrote ${output}.png`);
      writePage(`${output}.html`, await attentionPage(path.basename(image), reference, attention));
      if (!options.json) return;
      const { grid, block, heads, mean } = attention;
      const plain = (_key: string, value: unknown) => (value instanceof Float32Array ? [...value] : value);
      process.stdout.write(JSON.stringify({ grid, block, from, heads, mean }, plain) + '\n');
    });
}
