/** Text in columns, and quantities for reading. */
import { escaped } from '../../files/printable.js';

/** Rows under each other; columns of numbers are aligned on the right. @param head names of the columns */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows].map((row) => row.map(escaped));
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  const isNumber = head.map((_, i) => rows.every((row) => /^([\d–-]|NaN|Infinity|$)/.test(row[i] ?? '')));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (isNumber[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return all.map((row) => `${line(row)}\n`).join('');
}

/** Names and texts in two columns. */
export function textList(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => escaped(`${name.padEnd(width)}  ${text}`.trimEnd()) + '\n').join('');
}

const units = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
] as const;

/** A time as `12 s`, `3 min`, `2.1 h`, `4 d`. */
export function readableTime(seconds: number): string {
  const [size, unit] = units.find(([size]) => seconds >= size) ?? [1, 's'];
  const value = seconds / size;
  return `${value < 10 && size > 60 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}

/** Bytes as `12.3 MB`. */
export function readableBytes(bytes: number): string {
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
