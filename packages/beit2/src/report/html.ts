/** Pages that need nothing but themselves: style, charts and pictures inside, light and dark, no scripts. */
import { writer } from '../files/own-files.js';

/** Text made safe inside HTML. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? char);
}

const style = `
:root { color-scheme: light dark;
  --paper: #fbfbf9; --card: #ffffff; --ink: #1c1d22; --soft: #62656f; --line: #e4e4de; --good: #18794e; --bad: #b42318;
  --series-0: #2f5fd0; --series-1: #c96a10; --series-2: #1a8a62; --series-3: #a83fc0; --series-4: #c2304a; --series-5: #0f7f96; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #15161a; --card: #1d1f25; --ink: #e8e8ea; --soft: #9b9eaa; --line: #32353e; --good: #5cc795; --bad: #ff8f80;
  --series-0: #86a8ff; --series-1: #f2a65a; --series-2: #5fd0a4; --series-3: #d991ec; --series-4: #ff8a9d; --series-5: #5fc6dc; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.55 system-ui, sans-serif; }
main { max-width: 1120px; margin: 0 auto; padding: 40px 24px 72px; }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 6px; letter-spacing: -0.01em; }
h2 { font-size: 19px; margin: 44px 0 6px; }
p { max-width: 72ch; margin: 6px 0 12px; }
.lead { color: var(--soft); margin-bottom: 20px; }
.note { color: var(--soft); font-size: 13px; }
.grid { display: grid; gap: 16px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr)); }
.cards { display: grid; gap: 12px; grid-template-columns: repeat(auto-fit, minmax(160px, 1fr)); margin: 20px 0; }
.card, figure { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 14px 16px; margin: 0; }
.card b { display: block; font-size: 25px; line-height: 1.25; letter-spacing: -0.01em; }
.card span { color: var(--soft); font-size: 13px; }
figcaption { font-weight: 600; font-size: 14px; margin-bottom: 4px; }
.health { border-left: 4px solid var(--good); background: var(--card); padding: 10px 14px; border-radius: 0 8px 8px 0; margin: 14px 0; }
.health.warning { border-color: var(--bad); }
.good { color: var(--good); } .bad { color: var(--bad); }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--soft); font-size: 11px; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 16px; font-size: 12.5px; color: var(--soft); }
.legend i { display: inline-block; width: 14px; height: 3px; border-radius: 2px; margin-right: 6px; vertical-align: middle; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: left; padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.wide { overflow-x: auto; margin: 24px 0; } caption { text-align: left; font-weight: 600; font-size: 14px; margin-bottom: 4px; }
tbody th { font-weight: 400; } .wide td.number, .wide th.number { padding-left: 16px; overflow-wrap: anywhere; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
pre { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 14px 16px; overflow: auto; font-size: 12.5px; line-height: 1.5; }
details summary { cursor: pointer; color: var(--soft); margin-top: 28px; }
img { display: block; } img.squares { image-rendering: pixelated; }
`;

/** A whole page; `body` is HTML. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="${writer}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body><main>
${body}
</main></body>
</html>
`;
}

export interface Card {
  value: string;
  label: string;
}

/** A row of large figures with what they are. */
export function cards(list: Card[]): string {
  const one = ({ value, label }: Card) =>
    `<div class="card"><b>${escapeHtml(value)}</b><span>${escapeHtml(label)}</span></div>`;
  return `<div class="cards">${list.map(one).join('')}</div>`;
}

/** A table that scrolls by itself where the page is too narrow, by keyboard too. @param rows its HTML */
export function wideTable(caption: string, rows: string): string {
  const name = escapeHtml(caption);
  return `<div class="wide" tabindex="0" role="region" aria-label="${name}"><table><caption>${name}</caption>${rows}</table></div>`;
}

/** A number for reading: thousands separated, at most `digits` significant digits below that. */
export function formatNumber(value: number, digits = 4): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1000) return Math.round(value).toLocaleString('en');
  if (size < 1e-3) return value.toExponential(1).replace('e-', ' × 10⁻').replace(/\d+$/, superscript);
  return String(Number(value.toPrecision(digits)));
}

function superscript(digits: string): string {
  return digits.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit);
}

/** A tick's label: as short as it can be. */
export function formatTick(value: number): string {
  const size = Math.abs(value);
  return size !== 0 && size < 1e-2 ? Number(value.toPrecision(3)).toExponential() : formatNumber(value);
}

/** A share as percent with one decimal below 99.95 %. */
export function formatPercent(share: number): string {
  const percent = share * 100;
  return `${percent >= 99.95 ? '100' : percent.toFixed(1)} %`;
}
