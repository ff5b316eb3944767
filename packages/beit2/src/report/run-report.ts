/** The page of one run: curves from its metrics, its last numbers and its recipe. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UserError } from '../errors.js';
import { readEvaluations } from '../evaluate/evaluation-log.js';
import { readable, readMetrics, type MetricRecord } from '../train/run/metrics.js';
import { cards, escapeHtml, formatNumber, formatPercent, page, wideTable } from './html.js';
import { lineChart, type Series } from './line-chart.js';
import { valuesOf } from './run-figures.js';

interface Group {
  title: string;
  pattern: RegExp;
  fromZero?: boolean;
}

/** Which metrics share a chart; any other gets its own. */
const groups: Group[] = [
  { title: 'Loss', pattern: /^(?!commitment).*loss$/i },
  { title: 'Codes in use, share', pattern: /codeUse$/i, fromZero: true },
  { title: 'Perplexity of the codes', pattern: /perplexity$/i, fromZero: true },
  { title: 'Accuracy, share', pattern: /accuracy$/i, fromZero: true },
  { title: 'Learning rate', pattern: /^lr$/, fromZero: true },
  { title: 'Weight decay', pattern: /^weightDecay$/ },
  { title: 'Gradient norm', pattern: /^gradNorm$/, fromZero: true },
  { title: 'Images per second', pattern: /^imagesPerSecond$/, fromZero: true },
  { title: 'Share of time waiting for data', pattern: /^dataWait$/, fromZero: true },
];

/** Whether the axis of a metric's chart begins at 0. */
export const startsAtZero = (name: string): boolean =>
  groups.some(({ pattern, fromZero }) => fromZero === true && pattern.test(name));

function seriesOf(records: MetricRecord[], name: string): Series {
  const points = valuesOf(records, name).map(({ step, value }): [number, number] => [step, value]);
  return { name: readable(name), points };
}

/** Charts of the metrics whose names `chosen` fits, related ones together. */
export function metricCharts(records: MetricRecord[], chosen = /./): string {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))].filter(
    (name) =>
      name !== 'step' && name !== 'epoch' && chosen.test(name) && seriesOf(records, name).points.length > 0,
  );
  const charts = groups.map(({ title, pattern, fromZero }) => {
    const members = names.filter((name) => pattern.test(name));
    return lineChart(
      title,
      members.map((name) => seriesOf(records, name)),
      { fromZero },
    );
  });
  const others = names
    .filter((name) => !groups.some(({ pattern }) => pattern.test(name)))
    .map((name) => lineChart(readable(name), [seriesOf(records, name)]));
  return `<div class="grid">${[...charts, ...others].join('')}</div>`;
}

/** The last verdict on the codebook, marked unless it is healthy. */
function healthBox({ health = '', healthLevel }: MetricRecord): string {
  const warning = healthLevel === undefined || healthLevel === 'healthy' ? '' : ' warning';
  return `<div class="health${warning}">${escapeHtml(String(health))}</div>`;
}

/**
 * The report of a run's folder.
 * @param warn told of damaged lines in the metrics
 * @throws UserError when the folder holds no metrics
 */
export function runReport(folder: string, warn?: (sentence: string) => void): string {
  const metrics = join(folder, 'metrics.jsonl');
  const records = readMetrics(metrics, warn);
  if (records.length === 0) {
    throw new UserError(
      `${folder} holds no metrics yet: give the folder of a run that trained (it has a metrics.jsonl).`,
    );
  }
  const steps = records.at(-1)?.step ?? 0;
  const figures = [
    'loss',
    'valLoss',
    'codeUse',
    'perplexity',
    'accuracy',
    'imagesPerSecond',
    'dataWait',
  ].flatMap((name) => {
    const value = valuesOf(records, name).at(-1)?.value;
    if (value === undefined) return [];
    const shown = name === 'dataWait' ? formatPercent(value) : formatNumber(value, 3);
    return [{ value: shown, label: `${readable(name)}, last` }];
  });
  const verdict = records.findLast(({ health }) => typeof health === 'string');
  const name = basename(folder);
  return page(
    `Run ${name}`,
    `<h1>Run ${escapeHtml(name)}</h1><p class="lead">${formatNumber(steps)} steps, from ${escapeHtml(folder)}</p>` +
      cards([{ value: formatNumber(steps), label: 'steps done' }, ...figures]) +
      (verdict === undefined ? '' : healthBox(verdict)) +
      evaluationTable(folder, warn) +
      metricCharts(records) +
      textDetails('Recipe', join(folder, 'recipe.yaml')) +
      textDetails('Log', join(folder, 'log.txt')),
  );
}

const kinds: Record<string, string> = {
  linear: 'linear probe',
  knn: 'nearest neighbours',
  classify: 'classification',
};

/** What the `eval` commands measured of the run, the newest first; nothing where they measured nothing. */
function evaluationTable(folder: string, warn: ((sentence: string) => void) | undefined): string {
  const rows = readEvaluations(folder, warn)
    .reverse()
    .map(({ time, kind, model, images, figures }) => {
      const values = Object.entries(figures).map(([name, value]) => `${name} ${formatFigure(name, value)}`);
      const cells = [
        time.slice(0, 16).replace('T', ' '),
        kinds[kind] ?? kind,
        model,
        images ?? 'of the recipe',
      ];
      return `<tr>${[...cells, values.join('; ')].map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
    });
  if (rows.length === 0) return '';
  const head = ['measured (UTC)', 'how', 'model', 'images', 'result']
    .map((name) => `<th scope="col">${name}</th>`)
    .join('');
  return `<h2>Evaluations</h2>${wideTable('What beit2 eval measured of this run, the newest first', `<thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody>`)}`;
}

/** Shares as percent; counts and losses as numbers. */
function formatFigure(name: string, value: number): string {
  return /^(images|neighbours|cross-entropy)$/.test(name) ? formatNumber(value) : formatPercent(value);
}

function textDetails(title: string, path: string): string {
  if (!existsSync(path)) return '';
  return `<details><summary>${title}</summary><pre>${escapeHtml(readFileSync(path, 'utf8'))}</pre></details>`;
}
