/** Line charts as SVG text. */
import { escapeHtml, formatNumber, formatTick } from './html.js';

export interface Series {
  name: string;
  /** Pairs of x and y, x ascending. */
  points: [number, number][];
}

const width = 520;
const height = 254;
const inner = { left: 52, right: width - 12, top: 10, bottom: height - 34 };
const buckets = 240;

/** About `count` round numbers from `low` to `high`. */
export function niceTicks(low: number, high: number, count: number): number[] {
  const raw = (high - low) / count || 1;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= raw) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

interface Bucket {
  x: number;
  mean: number;
  low: number;
  high: number;
}

/** At most `buckets` points; where several points fall into one, their mean and extremes. */
function reduce(points: [number, number][]): Bucket[] {
  const size = Math.max(1, Math.ceil(points.length / buckets));
  return Array.from({ length: Math.ceil(points.length / size) }, (_, i) => {
    const part = points.slice(i * size, (i + 1) * size);
    const ys = part.map(([, y]) => y);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    return { x: mean(part.map(([x]) => x)), mean: mean(ys), low: Math.min(...ys), high: Math.max(...ys) };
  });
}

/**
 * A chart with axes, legend and last values. Long series are averaged, with a band for their spread.
 * @param fromZero whether the y axis starts at 0
 */
export function lineChart(
  title: string,
  series: Series[],
  options: { xLabel?: string; fromZero?: boolean } = {},
): string {
  const drawn = series.flatMap(({ name, points }, place) => {
    const last = points.at(-1);
    return last ? [{ name, last: last[1], line: reduce(points), colour: `var(--series-${place % 6})` }] : [];
  });
  const all = drawn.flatMap(({ line }) => line);
  if (all.length === 0) return '';
  const xs = all.map(({ x }) => x);
  const [xLow, xHigh] = [Math.min(...xs), Math.max(...xs)];
  let yLow = Math.min(...all.map(({ low }) => low));
  const yHigh = Math.max(...all.map(({ high }) => high));
  if (options.fromZero || yHigh === yLow) yLow = Math.min(0, yLow);
  const yTicks = niceTicks(yLow, yHigh > yLow ? yHigh : yLow + (Math.abs(yLow) || 1), 4);
  const [bottom, top] = [Math.min(yLow, yTicks[0] ?? yLow), Math.max(yHigh, yTicks.at(-1) ?? yHigh)];
  const px = (x: number) => inner.left + ((x - xLow) / (xHigh - xLow || 1)) * (inner.right - inner.left);
  const py = (y: number) => inner.bottom - ((y - bottom) / (top - bottom || 1)) * (inner.bottom - inner.top);
  const at = (x: number, y: number) => `${px(x).toFixed(1)},${py(y).toFixed(1)}`;

  const rows = yTicks.map((tick) => {
    const y = py(tick).toFixed(1);
    return (
      `<line x1="${inner.left}" x2="${inner.right}" y1="${y}" y2="${y}" stroke="var(--line)"/>` +
      `<text x="${inner.left - 8}" y="${y}" dy="0.35em" text-anchor="end">${formatTick(tick)}</text>`
    );
  });
  const columns = niceTicks(xLow, xHigh, 5).map(
    (tick) =>
      `<text x="${px(tick).toFixed(1)}" y="${inner.bottom + 16}" text-anchor="middle">${formatTick(tick)}</text>`,
  );
  const lines = drawn.map(({ line, colour }) => {
    const mean = line.map(({ x, mean: y }) => at(x, y)).join(' ');
    const spread = line.some(({ low, high }) => high > low)
      ? `<polygon points="${line.map(({ x, high }) => at(x, high)).join(' ')} ${line
          .map(({ x, low }) => at(x, low))
          .reverse()
          .join(' ')}" fill="${colour}" opacity="0.15"/>`
      : '';
    const [only] = line;
    if (line.length === 1 && only)
      return `<circle cx="${px(only.x)}" cy="${py(only.mean)}" r="3.5" fill="${colour}"/>`;
    return `${spread}<polyline points="${mean}" fill="none" stroke="${colour}" stroke-width="1.8" stroke-linejoin="round"/>`;
  });
  const legend = drawn.map(
    ({ name, last, colour }) =>
      `<span><i style="background:${colour}"></i>${escapeHtml(name)}: ${formatNumber(last)} at the end</span>`,
  );
  const spoken = `${title}: ${drawn.map(({ name, last }) => `${name} ends at ${formatNumber(last)}`).join(', ')}`;
  return (
    `<figure><figcaption>${escapeHtml(title)}</figcaption>` +
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(spoken)}">${rows.join('')}${columns.join('')}` +
    `<text x="${inner.right}" y="${height - 4}" text-anchor="end">${escapeHtml(options.xLabel ?? 'step')}</text>${lines.join('')}</svg>` +
    `<div class="legend">${legend.join('')}</div></figure>`
  );
}
