/** The page of several runs side by side. */
import { join } from 'node:path';
import { readable, readMetrics } from '../train/run/metrics.js';
import { compareRuns } from './compare-runs.js';
import { escapeHtml, formatNumber, page, wideTable } from './html.js';
import { lineChart } from './line-chart.js';
import { valuesOf } from './run-figures.js';
import { startsAtZero } from './run-report.js';

/** A table with a row for each name and a column for each run. */
function table(caption: string, runs: readonly string[], rows: { name: string; cells: string[] }[]): string {
  const head = runs.map((run) => `<th scope="col" class="number">${escapeHtml(run)}</th>`).join('');
  const body = rows.map(({ name, cells }) => {
    const values = cells.map((cell) => `<td class="number">${escapeHtml(cell)}</td>`).join('');
    return `<tr><th scope="row">${escapeHtml(name)}</th>${values}</tr>`;
  });
  return wideTable(
    caption,
    `<thead><tr><th scope="col"></th>${head}</tr></thead><tbody>${body.join('')}</tbody>`,
  );
}

/**
 * The report of several runs: the recipe keys in which they differ, the last value of each metric, and a chart for each metric with a line for each
 * run, in the same colour throughout.
 * @param warn told of damaged lines in the metrics
 * @throws UserError when a folder holds no run
 */
export function comparisonReport(folders: readonly string[], warn?: (sentence: string) => void): string {
  const { recipe, figures } = compareRuns(folders);
  const runs = folders.map((folder) => ({
    folder,
    records: readMetrics(join(folder, 'metrics.jsonl'), warn),
  }));
  const charts = figures
    .filter(({ name }) => name !== 'epoch')
    .map(({ name }) => {
      const series = runs.map(({ folder, records }) => ({
        name: folder,
        points: valuesOf(records, name).map(({ step, value }): [number, number] => [step, value]),
      }));
      return lineChart(readable(name), series, { fromZero: startsAtZero(name) });
    });
  const differing = recipe.map(({ key, values }) => ({
    name: key,
    cells: values.map((value) => (value === undefined ? '–' : JSON.stringify(value))),
  }));
  const last = figures.map(({ name, values }) => ({
    name: readable(name),
    cells: values.map((value) => (value === null ? '–' : formatNumber(value))),
  }));
  return page(
    `${folders.length} runs side by side`,
    `<h1>${folders.length} runs side by side</h1><p class="lead">${escapeHtml(folders.join(', '))}</p>` +
      (differing.length === 0
        ? '<p>Their recipes are the same.</p>'
        : table('Recipe keys that differ', folders, differing)) +
      table('Metrics, last value', folders, last) +
      `<h2>Curves</h2><div class="grid">${charts.join('')}</div>`,
  );
}
