import { Option, type Command } from 'commander';
import { UserError } from '../../errors.js';
import type { Exported } from '../../export/export-model.js';
import type { MainPart } from '../../open/parts.js';
import {
  addModelArgument,
  addModelOptions,
  modelOptions,
  type ModelFlags,
} from '../options/model-options.js';

interface Options extends ModelFlags {
  output: string;
  part?: MainPart;
  fp16?: boolean;
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
    .option('--fp16', 'use float16 for weights and matrix products; inputs and outputs stay float32')
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
  beit2 export runs/finetune -o classifier.onnx
  beit2 export runs/cifar10-pretrain -o encoder.onnx --fp16
  beit2 export runs/tokenizer -o tokenizer.onnx --external-data`,
    )
    .action(async (reference: string, flags: Options) => {
      const { output, part, fp16, attention, externalData, json } = flags;
      const { endingOf } = await import('../../files/file-access.js');
      const { prepareResult } = await import('../../files/own-files.js');
      if (endingOf(output) !== '.onnx') throw new UserError(`${output} must end in .onnx.`);
      prepareResult(output, 'ONNX model');
      const { openModel } = await import('../../open/open-model.js');
      const { exportModel } = await import('../../export/export-model.js');
      const opened = await openModel(reference, { ...modelOptions(reference, flags), part });
      const exported = await exportModel(opened, output, {
        precision: fp16 ? 'float16' : 'float32',
        attention,
        externalData: externalData === true,
      });
      process.stdout.write(json ? JSON.stringify(exported, null, 2) + '\n' : describe(exported));
    });
}

function describe({ part, files, opset, inputs, outputs, check }: Exported): string {
  const value = ({ name, type, shape }: Exported['inputs'][number]) =>
    `${name} ${type} [${shape.join(', ')}]`;
  const errors = Object.entries(check.maxAbsError).map(
    ([name, error]) => `${name} ${error.toExponential(1)}`,
  );
  const rows = [
    ['wrote', files.join(', ')],
    ['part', `${part}, opset ${opset}`],
    ['input', inputs.map(value).join(', ')],
    ['output', outputs.map(value).join(', ')],
    [
      'max abs error',
      `${errors.join(', ')} (compared with the model, at most ${check.bound.toExponential(1)})`,
    ],
    ...(check.sameTokens === null ? [] : [['same tokens', `${(100 * check.sameTokens).toFixed(2)} %`]]),
  ];
  return rows.map(([name = '', text = '']) => `${name.padEnd(14)} ${text}\n`).join('');
}
