import { Option, type Command } from 'commander';
import type { ConversionTarget } from '../formats/convert.js';
import { findWeights } from './weights.js';

export function addConvert(program: Command): void {
  program
    .command('convert')
    .description('write a checkpoint with the key names of another library; the values keep every bit')
    .argument('<in>', 'a checkpoint as for inspect')
    .argument('<out>', 'a file ending in .pth or .safetensors, for huggingface a folder')
    .addOption(
      new Option('--to <names>', 'whose key names to write; safetensors keeps those of the file')
        .choices(['official', 'timm', 'huggingface', 'safetensors'])
        .makeOptionMandatory(),
    )
    .option('--entry <name>', 'entry of the file that holds the weights (default: the usual one)')
    .option('--keys', 'say of every key what became of it')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  beit2 convert finetuned.pth beit-hf --to huggingface\n  beit2 convert hf:ORG/NAME official.pth --to official',
    )
    .action(async (input: string, output: string, { to, entry, keys, json }: ConvertFlags) => {
      const { convertCheckpoint } = await import('../formats/convert.js');
      const { describeNotes } = await import('../formats/describe-notes.js');
      const conversion = convertCheckpoint(await findWeights(input), output, to, { entry });
      if (json) {
        process.stdout.write(JSON.stringify(conversion, null, 2) + '\n');
        return;
      }
      const rows = [
        ['source', conversion.source.title],
        ...describeNotes(conversion.notes, keys === true),
        ['wrote', conversion.files.join(', ')],
      ];
      for (const [name = '', text = ''] of rows) process.stdout.write(`${name.padEnd(12)}  ${text}\n`);
    });
}

interface ConvertFlags {
  to: ConversionTarget;
  entry?: string;
  keys?: boolean;
  json?: boolean;
}
