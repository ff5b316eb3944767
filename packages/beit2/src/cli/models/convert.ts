import { Option, type Command } from 'commander';
import type { ConversionTarget } from '../../open/convert-model.js';
import {
  addModelArgument,
  addModelOptions,
  modelOptions,
  type ModelFlags,
} from '../options/model-options.js';
import { textList } from '../options/table.js';

export function addConvert(program: Command): void {
  const command = program
    .command('convert')
    .description('write a model with the key names of another library; the values stay bit for bit the same');
  addModelOptions(addModelArgument(command, 'any weights'))
    .argument('<out>', 'a .pth or .safetensors file; for huggingface a folder; for timm either')
    .addOption(
      new Option('--to <names>', 'library whose key names to write; safetensors keeps those of the source')
        .choices(['official', 'timm', 'huggingface', 'safetensors'])
        .makeOptionMandatory(),
    )
    .option('--keys', 'list every key and what happened to it')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  beit2 convert finetuned.pth beit-hf --to huggingface\n  beit2 convert hf:ORG/NAME official.pth --to official',
    )
    .action(async (reference: string, output: string, flags: ConvertFlags) => {
      const { to, keys, json } = flags;
      const { convertModel } = await import('../../open/convert-model.js');
      const { printable } = await import('../../files/printable.js');
      const { describeNotes } = await import('../../model/weights/describe-notes.js');
      const conversion = await convertModel(reference, output, to, modelOptions(reference, flags));
      if (json) {
        process.stdout.write(JSON.stringify(conversion, null, 2) + '\n');
        return;
      }
      const rows: [string, string][] = [
        ['source', conversion.source.title],
        ...describeNotes(conversion.notes, keys === true),
        ['left out', conversion.leftOut.map(printable).join(', ')],
        ['wrote', conversion.files.join(', ')],
      ];
      process.stdout.write(textList(rows.filter(([, text]) => text !== '')));
    });
}

interface ConvertFlags extends ModelFlags {
  to: ConversionTarget;
  keys?: boolean;
  json?: boolean;
}
