/** What commands that take a model share: the argument `<model>` and the options that describe it. */
import { Argument, InvalidArgumentError, Option, type Command } from 'commander';
import { activations } from '../../config/choices.js';
import type { CardOverrides } from '../../model/model-card.js';
import type { OpenOptions } from '../../open/open-model.js';
import { countTo } from './counter.js';
import { positiveInteger } from './numbers.js';
import { say } from './say.js';

export interface ModelFlags extends CardOverrides {
  entry?: string;
}

const anyModel =
  'a run, one of its checkpoints or its best/; a .pth, .pt, .bin or .safetensors file or index; an .onnx file of beit2 export; a folder of timm or Hugging Face; hf:ORG/NAME[@REV]; https://…';

/** Adds the argument that names a model. */
export function addModelArgument(command: Command, what: string): Command {
  return command.addArgument(new Argument('<model>', `${what}: ${anyModel}`));
}

function positiveNumber(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('It must be a positive number.');
  return value;
}

function threeNumbers(text: string): [number, number, number] {
  const values = text.split(',').map(Number);
  const [red, green, blue] = values;
  if (
    values.length !== 3 ||
    red === undefined ||
    green === undefined ||
    blue === undefined ||
    values.some(Number.isNaN)
  )
    throw new InvalidArgumentError('Give three numbers, e.g. 0.485,0.456,0.406.');
  return [red, green, blue];
}

function addEntryOption(command: Command): Command {
  return command.option(
    '--entry <name>',
    'entry of the file that holds the weights (default: found by its usual name)',
  );
}

/** Adds the options that replace what a model's files say. */
export function addModelOptions(command: Command): Command {
  return addEntryOption(command)
    .option(
      '--heads <count>',
      'number of attention heads, if neither weights nor configuration specify it',
      positiveInteger,
    )
    .option('--eps <number>', 'epsilon of the layer norms', positiveNumber)
    .addOption(new Option('--activation <name>', 'activation function of the MLP').choices(activations))
    .option('--mean <r,g,b>', 'channel means for pixel values in [0, 1]', threeNumbers)
    .option('--std <r,g,b>', 'channel standard deviations', threeNumbers);
}

/** The options of `openModel` that the flags of a command mean, with the progress of a download on the terminal. */
export function modelOptions(
  reference: string,
  flags: ModelFlags,
): Pick<OpenOptions, 'say' | 'entry' | 'given' | 'progress'> {
  const { entry, heads, eps, activation, mean, std } = flags;
  const isRemote = /^(hf:|https?:)/.test(reference);
  const counter = isRemote ? countTo(reference, 0, 'MB') : null;
  return {
    say,
    entry,
    given: { heads, eps, activation, mean, std },
    progress: (_, done, total) => {
      counter?.update(Math.floor(done / 1e6), Math.floor((total ?? 0) / 1e6));
      if (done === total) counter?.end();
    },
  };
}
