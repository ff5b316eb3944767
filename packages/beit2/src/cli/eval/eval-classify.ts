import { existsSync } from 'node:fs';
import type { Device } from '@beit2/torch';
import { Option, type Command } from 'commander';
import { z } from 'zod';
import { UserError } from '../../errors.js';
import { readText } from '../../files/file-access.js';
import { parseJson } from '../../files/json-file.js';
import { escaped } from '../../files/printable.js';
import type { ClassificationResult } from '../../evaluate/classification-scores.js';
import type { RobustnessResult } from '../../evaluate/corruption-robustness.js';
import type { Opened } from '../../open/open-model.js';
import { countTo } from '../options/counter.js';
import { positiveInteger } from '../options/numbers.js';
import {
  addModelArgument,
  addModelOptions,
  modelOptions,
  type ModelFlags,
} from '../options/model-options.js';
import { say } from '../options/say.js';
import { textList } from '../options/table.js';

interface Flags extends ModelFlags {
  data?: string;
  classes?: string;
  corruptions?: string | true;
  baseline?: string;
  confusion?: string;
  limit?: number;
  device: string;
  json?: boolean;
}

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

const classList = z.array(z.union([z.string(), z.number()]));

/** Entries of an index file: one a line, or a JSON list; '#' starts a comment. */
function readClassFile(path: string): string[] {
  if (!existsSync(path)) {
    throw new UserError(
      `The class file ${path} does not exist; use --classes folders for the class folders of the images.`,
    );
  }
  const text = readText(path).trim();
  if (text.startsWith('['))
    return parseJson(text, classList, `${path} is not a JSON list of class names and numbers.`).map(String);
  return text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
}

function describe(result: ClassificationResult, names: readonly string[]): string {
  const rows: [string, string][] = [
    ['images', `${result.images.toLocaleString('en')} in ${names.length} classes`],
    ['top-1', percent(result.top1)],
    ['top-5', percent(result.top5)],
    ['mean of the classes', percent(result.meanPerClass)],
    ['cross-entropy', result.loss.toFixed(4)],
    ['calibration error', `${percent(result.ece)} (ECE, 15 equal confidence bins)`],
  ];
  const classes = result.perClass.flatMap(({ accuracy, images }, label): [string, string][] =>
    accuracy === null ? [] : [[names[label] ?? '', `${percent(accuracy)} of ${images}`]],
  );
  return textList([...rows, ['', ''], ...classes]);
}

function describeRobustness({ corruptions, meanError, meanRelative }: RobustnessResult): string {
  const lines = Object.entries(corruptions).map(
    ([name, { errors, error, relative }]) =>
      `${name.padEnd(18)} ${errors.map((value) => percent(value).padStart(8)).join(' ')}   ${percent(error).padStart(8)}` +
      (relative === null ? '\n' : `   ${percent(relative).padStart(8)} of the baseline\n`),
  );
  const mean = `${'mean error'.padEnd(18)} ${percent(meanError)}\n`;
  const mce = meanRelative === null ? '' : `${'relative (mCE)'.padEnd(18)} ${percent(meanRelative)}\n`;
  return `top-1 error at severities 1 to 5, and their mean\n${lines.join('')}${mean}${mce}`;
}

async function corrupted(
  classifier: Opened<'classifier'>,
  spec: string,
  subset: string[] | 'folders' | null,
  { data, corruptions = true, baseline, limit, device, json }: Omit<Flags, 'device'> & { device: Device },
): Promise<void> {
  const stage = await import('../../evaluate/corruption-robustness.js');
  const names = stage.parseCorruptions(corruptions);
  const counter = countTo('corrupted images');
  const options = {
    names,
    subset,
    baseline: baseline === undefined ? null : stage.readBaseline(baseline, names),
    device,
    say,
    onProgress: counter.update,
  };
  const result = stage.isCorruptedFolder(spec)
    ? await stage.measureCorrupted(classifier, spec, { ...options, limit })
    : await stage.corruptHere(classifier, await openLimited(spec, { data, limit }), options);
  counter.end();
  process.stdout.write(json ? JSON.stringify(result, null, 2) + '\n' : describeRobustness(result));
}

async function openLimited(spec: string | readonly string[], { data, limit }: Pick<Flags, 'data' | 'limit'>) {
  const { openSource } = await import('../../data/sources/open-source.js');
  const { limitSource } = await import('../../data/sources/subset.js');
  const source = await openSource(spec, { split: data === undefined ? 'val' : 'test', say });
  return limit === undefined ? source : limitSource(source, limit, 0);
}

async function evaluate(reference: string, flags: Flags): Promise<void> {
  const { chooseDevice } = await import('../../train/engine.js');
  const { classNamesOf, openModel } = await import('../../open/open-model.js');
  if (flags.baseline !== undefined && flags.corruptions === undefined)
    throw new UserError('--baseline needs --corruptions, whose errors it divides.');
  const { prepareResult } = await import('../../files/own-files.js');
  if (flags.confusion !== undefined) prepareResult(flags.confusion, 'picture');
  const device = chooseDevice(flags.device);
  const own = modelOptions(reference, flags);
  const classifier = await openModel(reference, { ...own, part: 'classifier', device });
  const spec = flags.data ?? classifier.recipe?.data.val ?? null;
  if (spec === null) throw new UserError('No images given: add --data SOURCE.');
  const { classes } = flags;
  const subset = classes === undefined ? null : classes === 'folders' ? classes : readClassFile(classes);
  if (flags.corruptions !== undefined) {
    if (typeof spec !== 'string')
      throw new UserError('--corruptions needs a single source: give it with --data.');
    await corrupted(classifier, spec, subset, { ...flags, device });
    return;
  }
  const { evaluateClassifier, mapClasses } = await import('../../evaluate/evaluate-classifier.js');
  const { measured } = await import('../../evaluate/evaluation.js');
  const source = await openLimited(spec, flags);
  const counter = countTo('classifying', source.length);
  const map = mapClasses(classNamesOf(classifier), source, subset);
  const { checkOutputs } = await import('../../model/check-numbers.js');
  const options = { device, say, onProgress: counter.update, check: checkOutputs };
  const { result: scores } = await measured(evaluateClassifier(classifier, source, map, options));
  counter.end();
  if (flags.confusion !== undefined) {
    const { writeConfusionPng } = await import('../../report/confusion-png.js');
    await writeConfusionPng(flags.confusion, scores.confusion(), map.names);
  }
  const result = scores.result();
  const { keepEvaluation } = await import('./keep-evaluation.js');
  const { images, top1, top5, meanPerClass, loss, ece } = result;
  keepEvaluation('classify', reference, flags.data ?? null, {
    images,
    'top-1': top1,
    'top-5': top5,
    'mean of the classes': meanPerClass,
    'cross-entropy': loss,
    'calibration error': ece,
  });
  process.stdout.write(
    flags.json
      ? JSON.stringify({ ...result, classes: map.names }, null, 2) + '\n'
      : describe(result, map.names) +
          (flags.confusion === undefined
            ? ''
            : `\nThe confusion matrix is in ${escaped(flags.confusion)}.\n`),
  );
}

export function addEvalClassify(parent: Command): void {
  const command = parent
    .command('classify')
    .description(
      'measure accuracy, calibration, confusions and robustness of a classifier on labelled images',
    );
  addModelOptions(addModelArgument(command, 'a classifier'))
    .option('--data <source>', 'labelled images (default: data.val of the run)')
    .option('--classes <file>', 'file with the names or numbers of the classes to use, or "folders"')
    .option(
      '--corruptions [names]',
      'corrupt the images as ImageNet-C does: all 15 corruptions at 5 severities, or those named',
    )
    .option('--baseline <file>', 'JSON file with the error of another model per corruption, to divide by')
    .addOption(
      new Option('--confusion <file>', 'write the confusion matrix as a PNG').conflicts('corruptions'),
    )
    .option('--limit <images>', 'use only this many images (of each severity)', positiveInteger)
    .option('--device <name>', 'auto, cpu, mps, cuda or cuda:N', 'auto')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Examples:
  beit2 eval classify runs/finetune-base/best --data photos/val --confusion confusion.png
  beit2 eval classify timm-beitv2.pth --data imagenet-a/ --classes imagenet-a-indices.txt
  beit2 eval classify runs/finetune-base/best --data imagenet-r/ --classes folders
  beit2 eval classify runs/finetune-base/best --data photos/val --corruptions --limit 1000 --json`,
    )
    .action(evaluate);
}
