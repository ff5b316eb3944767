import { Option, type Command } from 'commander';
import { UserError } from '../../errors.js';
import type { Exported } from '../../export/export-model.js';
import type { ExportCost } from '../../export/measure-cost.js';
import type { GraphPrecision } from '../../export/graph-builder.js';
import type { Opened } from '../../open/open-model.js';
import type { MainPart } from '../../open/parts.js';
import { say } from '../options/say.js';
import {
  addModelArgument,
  addModelOptions,
  modelOptions,
  type ModelFlags,
} from '../options/model-options.js';
import { textList } from '../options/table.js';

interface Options extends ModelFlags {
  output: string;
  part?: MainPart;
  precision: GraphPrecision;
  images?: string[];
  attention?: boolean;
  externalData?: boolean;
  json?: boolean;
}

const parts: MainPart[] = ['tokenizer', 'encoder', 'classifier'];

export function addExport(program: Command): void {
  const command = program
    .command('export')
    .description('export a model as an ONNX file and compare it with the model');
  addModelOptions(addModelArgument(command, 'a tokenizer, encoder or classifier'))
    .requiredOption('-o, --output <file>', 'ONNX file to write (.onnx)')
    .addOption(
      new Option(
        '--part <part>',
        'part to export; encoder omits the head of a classifier (default: the whole model)',
      ).choices(parts),
    )
    .addOption(
      new Option(
        '--precision <type>',
        'type of weights and matrix products; inputs and outputs stay float32; int8 is for the linear layers of the blocks',
      )
        .choices(['float32', 'float16', 'int8'])
        .default('float32'),
    )
    .option(
      '--images <source...>',
      'measure on these images what the precision costs: a folder (of classes, for accuracy), image files, tar files',
    )
    .option('--attention', 'add an output with the attention probabilities of each block')
    .option('--external-data', 'write the weights into FILE.data next to the file; required above 2 GB')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Input: RGB images in [0, 1], [batch, 3, S, S]; normalisation is part of the graph. Outputs:
  tokenizer   tokens [batch, patches] and vectors [batch, patches, code size]
  encoder     cls [batch, width], patches [batch, patches, width] and pooled [batch, width]
  classifier  logits [batch, classes] and pooled [batch, width]

Examples:
  beit2 export runs/finetune-base -o classifier.onnx
  beit2 export runs/cifar10-pretrain -o encoder.onnx --precision float16
  beit2 export runs/finetune-base -o small.onnx --precision int8 --images photos/
  beit2 export runs/tokenizer -o tokenizer.onnx --external-data`,
    )
    .action(async (reference: string, flags: Options) => {
      const { output, part, precision, images, attention, externalData, json } = flags;
      const { endingOf } = await import('../../files/file-access.js');
      const { prepareResult } = await import('../../files/own-files.js');
      if (endingOf(output) !== '.onnx') throw new UserError(`${output} must end in .onnx.`);
      prepareResult(output, 'ONNX model');
      const { openModel } = await import('../../open/open-model.js');
      const { exportModel } = await import('../../export/export-model.js');
      const opened = await openModel(reference, { ...modelOptions(reference, flags), part });
      const exported = await exportModel(opened, output, {
        precision,
        attention,
        externalData: externalData === true,
      });
      const cost = images ? await measure(opened, output, images) : null;
      if (json) process.stdout.write(JSON.stringify({ ...exported, ...(cost && { cost }) }, null, 2) + '\n');
      else process.stdout.write(describe(exported) + (cost ? describeCost(cost) : ''));
    });
}

function describe({ part, files, opset, inputs, outputs, check }: Exported): string {
  const value = ({ name, type, shape }: Exported['inputs'][number]) =>
    `${name} ${type} [${shape.join(', ')}]`;
  const errors = Object.entries(check.maxAbsError).map(
    ([name, error]) => `${name} ${error.toExponential(1)}`,
  );
  const rows: [string, string][] = [
    ['wrote', files.join(', ')],
    ['part', `${part}, opset ${opset}`],
    ['input', inputs.map(value).join(', ')],
    ['output', outputs.map(value).join(', ')],
    [
      'max abs error',
      `${errors.join(', ')} (compared with the model, at most ${check.bound.toExponential(1)})`,
    ],
  ];
  if (check.sameTokens !== null) rows.push(['same tokens', `${(100 * check.sameTokens).toFixed(2)} %`]);
  return textList(rows);
}

async function measure(opened: Opened<MainPart>, output: string, images: string[]): Promise<ExportCost> {
  const { openSource } = await import('../../data/sources/open-source.js');
  const { measureCost } = await import('../../export/measure-cost.js');
  return measureCost(opened, output, await openSource(images), say);
}

function describeCost({ images, sameClass, cosine, sameTokens, accuracy, bytes, speed }: ExportCost): string {
  const percent = (share: number) => `${(100 * share).toFixed(2)} %`;
  const megabytes = (size: number) => `${(size / 1e6).toFixed(1)} MB`;
  const rows = [
    ['measured on', `${images} images, against a float32 export`],
    ...(sameClass === null ? [] : [['same class', percent(sameClass)]]),
    ...(accuracy === null
      ? []
      : [['accuracy', `${percent(accuracy.own)} (float32 ${percent(accuracy.float32)})`]]),
    ...(cosine === null
      ? []
      : [['feature cosine', `mean ${cosine.mean.toFixed(4)}, least ${cosine.least.toFixed(4)}`]]),
    ...(sameTokens === null ? [] : [['same tokens', percent(sameTokens)]]),
    ['size', `${megabytes(bytes.own)} (float32 ${megabytes(bytes.float32)})`],
    ...(speed === null
      ? []
      : [['speed', `${speed.own.toFixed(1)} images/s (float32 ${speed.float32.toFixed(1)})`]]),
  ];
  return rows.map(([name = '', text = '']) => `${name.padEnd(14)} ${text}\n`).join('');
}
