import { Argument, type Command } from 'commander';
import { UserError } from '../../errors.js';
import { escaped } from '../../files/printable.js';

interface Json {
  json?: boolean;
}

const folderOfRuns = () => new Argument('[folder]', 'a folder of runs').default('runs');

function print(json: boolean | undefined, value: unknown, text: () => string): void {
  process.stdout.write(json ? JSON.stringify(value, null, 2) + '\n' : text());
}

function addList(runs: Command): void {
  runs
    .command('ls')
    .description('list the runs in a folder: stage, recipe, state, steps, best metric, age, size on disk')
    .addArgument(folderOfRuns())
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  beit2 runs ls runs')
    .action(async (folder: string, { json }: Json) => {
      const { findRuns, sizeOnDisk } = await import('../../report/find-runs.js');
      const { runStatus } = await import('../../report/run-status.js');
      const { describeFigure } = await import('./describe-status.js');
      const { readableBytes, readableTime, textTable } = await import('../options/table.js');
      const all = findRuns(folder).map((path) => ({ ...runStatus(path), bytes: sizeOnDisk(path) }));
      const rows = all.map(({ folder: path, stage, recipe, state, step, best, lastLineAge, bytes }) => [
        path,
        stage ?? '–',
        recipe ?? '–',
        state,
        step.toLocaleString('en'),
        best ? describeFigure(best) : '–',
        lastLineAge === null ? '–' : readableTime(lastLineAge),
        readableBytes(bytes),
      ]);
      const head = ['run', 'stage', 'recipe', 'state', 'step', 'best', 'age', 'size'];
      print(json, all, () =>
        all.length === 0 ? `There are no runs in ${escaped(folder)}.\n` : textTable(head, rows),
      );
    });
}

function addShow(runs: Command): void {
  runs
    .command('show')
    .description('show a run in full: status, the last value of each metric, recipe')
    .argument('<run>', 'folder of the run')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  beit2 runs show runs/cifar10-tokenizer')
    .action(async (folder: string, { json }: Json) => {
      const path = await import('node:path');
      const { recipeOf, runStatus } = await import('../../report/run-status.js');
      const { lastValues } = await import('../../report/run-figures.js');
      const { readMetrics } = await import('../../train/run/metrics.js');
      const { recipeToYaml } = await import('../../config/recipe.js');
      const { formatNumber } = await import('../../report/html.js');
      const { describeStatus } = await import('./describe-status.js');
      const { textList } = await import('../options/table.js');
      const [status, recipe] = [runStatus(folder), recipeOf(folder)];
      const metrics = lastValues(readMetrics(path.join(folder, 'metrics.jsonl')));
      print(json, { ...status, metrics, recipe }, () => {
        const values = metrics.map(({ name, value, step }): [string, string] => [
          `  ${name}`,
          `${formatNumber(value)} (step ${step.toLocaleString('en')})`,
        ]);
        const text = [textList([...describeStatus(status), ['metrics', ''], ...values])];
        return [...text, ...(recipe ? ['\n', recipeToYaml(recipe), '\n'] : [])].join('');
      });
    });
}

function addCompare(runs: Command): void {
  runs
    .command('compare')
    .description('compare runs: the recipe keys that differ, and their metrics')
    .argument('<runs...>', 'folders of at least two runs')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  beit2 runs compare runs/cifar10-tokenizer runs/tokenizer-base-clip')
    .action(async (folders: string[], { json }: Json) => {
      if (folders.length < 2) throw new UserError('Name at least two runs to compare.');
      const { compareRuns } = await import('../../report/compare-runs.js');
      const { textTable } = await import('../options/table.js');
      const { formatNumber } = await import('../../report/html.js');
      const { recipe, figures } = compareRuns(folders);
      const said = (value: unknown) => (value === undefined ? '–' : JSON.stringify(value));
      const number = (value: number | null) => (value === null ? '–' : formatNumber(value));
      print(json, { runs: folders, recipe, figures }, () => {
        const keys = recipe.map(({ key, values }) => [key, ...values.map(said)]);
        const rows = figures.map(({ name, values }) => [name, ...values.map(number)]);
        const differing =
          keys.length === 0 ? 'The recipes are the same.\n' : textTable(['recipe', ...folders], keys);
        return `${differing}\n${textTable(['figure, last', ...folders], rows)}`;
      });
    });
}

function addBest(runs: Command): void {
  runs
    .command('best')
    .description('rank the runs in a folder by the best value of a metric')
    .addArgument(folderOfRuns())
    .requiredOption('--by <metric>', 'name of a metric, e.g. valAccuracy (for losses, lower is better)')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  beit2 runs best runs --by loss')
    .action(async (folder: string, { by, json }: Json & { by: string }) => {
      const { rankRuns } = await import('../../report/compare-runs.js');
      const { textTable } = await import('../options/table.js');
      const { formatNumber } = await import('../../report/html.js');
      const ranked = rankRuns(folder, by);
      print(json, ranked, () =>
        textTable(
          ['run', by, 'step'],
          ranked.map((run) => [run.folder, formatNumber(run.value), run.step.toLocaleString('en')]),
        ),
      );
    });
}

export function addRuns(program: Command): void {
  const runs = program.command('runs').description('list, show, compare and rank the runs in a folder');
  for (const add of [addList, addShow, addCompare, addBest]) add(runs);
}
