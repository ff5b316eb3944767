import type { Command } from 'commander';
import type { Replay } from '../../watch/replay.js';
import type { LayerValues } from '../../train/layer-watch.js';
import { positiveInteger } from '../options/numbers.js';
import { printLines, say } from '../options/say.js';

interface Options {
  step?: number;
  json?: boolean;
  nprocPerNode?: number;
}

const shownImages = 5;

/** Where the forward pass went wrong. */
function describeSource(layer: LayerValues | undefined): string {
  if (!layer) return 'Forward pass: the outputs of all layers are finite.';
  const { name, type, input, operator } = layer;
  const before =
    input !== null && !Number.isFinite(input) ? '; neither is its input, so the cause is just before it' : '';
  const made = operator === null || before !== '' ? '' : `; made by ${operator}`;
  return `Forward pass: ${name} (${type}) is the first layer whose output is not finite${made}${before}.`;
}

/** A magnitude in a few characters. */
function magnitude(value: number | null): string {
  if (value === null) return '–';
  if (!Number.isFinite(value)) return String(value);
  return value !== 0 && (value >= 1e5 || value < 1e-3)
    ? value.toExponential(2)
    : String(Number(value.toPrecision(4)));
}

/** What was found, in words, before the table of layers. */
function describe({
  step,
  values,
  images,
  compared,
  differences,
  isSameState,
  layers,
  anomaly,
}: Replay): string[] {
  const wrong = Object.entries(values).filter(([, value]) => !Number.isFinite(value));
  const outcome = wrong.map(([name, value]) => `${name} is ${value}`).join(', ') || 'all values are finite';
  const first = differences[0];
  const agreement =
    compared === 0
      ? 'The run recorded no values of these steps to compare with.'
      : first
        ? `${differences.length} of ${compared} values differ from the run's, the first at step ${first.step}: ${first.name} ${first.replay}, not ${first.run}.`
        : `All ${compared} values of these steps equal the run's, bit for bit.`;
  const bits = { true: 'same as', false: 'not those of' }[String(isSameState)];
  const more = images && images.length > shownImages ? ` and ${images.length - shownImages} more` : '';
  return [
    `Step ${step}: ${outcome}.`,
    agreement,
    ...(bits === undefined ? [] : [`Weights and random generators afterwards: ${bits} the run's.`]),
    ...(images ? [`Its images: ${images.slice(0, shownImages).join(', ')}${more}.`] : []),
    describeSource(layers.find(({ output }) => output !== null && !Number.isFinite(output))),
    `Backward pass: ${anomaly ?? 'no operator gave NaN.'}`,
  ];
}

export function addReplay(program: Command): void {
  program
    .command('replay')
    .description(
      'repeat the step at which a run became NaN, or any other, from the checkpoint before it; the run is only read',
    )
    .argument('<run>', "the run's folder")
    .option('--step <number>', 'the step to look into (default: the one that became NaN)', positiveInteger)
    .option('--nproc-per-node <processes>', 'as many processes as the run trained in', positiveInteger)
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  beit2 replay runs/cifar10-pretrain\n  beit2 replay runs/cifar10-pretrain --step 1210',
    )
    .action(async (folder: string, { step, json, nprocPerNode: processes = 1 }: Options) => {
      const { ownLauncher, placeOf } = await import('../../train/launcher.js');
      const place = placeOf(process.env);
      if (processes > 1 && place?.launcher !== ownLauncher) {
        const { startRanks } = await import('../train/start-ranks.js');
        return startRanks(processes, place);
      }
      const { World } = await import('../../train/world.js');
      const { replay } = await import('../../watch/replay.js');
      const { textTable } = await import('../options/table.js');
      const world = await World.join(place);
      try {
        const found = await replay(folder, { step, world, say: world.isMain ? say : () => undefined });
        if (!world.isMain) return;
        const isSame = found.differences.length === 0 && found.isSameState !== false;
        process.exitCode = isSame ? 0 : 1;
        if (json) {
          const texts = (_: string, value: unknown) =>
            typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
          process.stdout.write(JSON.stringify(found, texts, 2) + '\n');
          return;
        }
        const rows = found.layers.map(({ name, type, weights, input, output, gradient }) => [
          name,
          type,
          ...[weights, input, output, gradient].map(magnitude),
        ]);
        const head = ['layer', 'class', 'weights', 'input', 'output', 'gradient'];
        printLines(...describe(found), '', 'Largest magnitudes:');
        process.stdout.write(textTable(head, rows));
      } finally {
        world.close();
      }
    });
}
