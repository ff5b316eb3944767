/** The page that shows what the codes of a tokenizer stand for. */
import { summarize } from '../tokenizer/code-usage.js';
import { cards, escapeHtml, formatNumber, formatPercent, page } from './html.js';
import { crop, imageTag, type Picture } from './picture.js';

/** An image with the code of each patch. */
export interface CodedImage {
  picture: Picture;
  /** Codes of the patches, row by row, [rows * columns]. */
  codes: Int32Array;
  rows: number;
  columns: number;
}

export interface GalleryData {
  /** What was coded with what, for the heading: `runs/tokenizer on photos/`. */
  source: string;
  images: CodedImage[];
  /** How often each code fell on a patch of the whole source, [K]. */
  counts: readonly number[];
  /** Colour of each code, [K, 3] bytes. */
  colors: Uint8Array;
}

export interface GalleryOptions {
  /** Most used codes that get a row. */
  codes: number;
  /** Patches in a row. */
  patches: number;
  /** Images shown beside their code map. */
  maps: number;
}

const gallerySizes: GalleryOptions = { codes: 48, patches: 14, maps: 12 };

interface PatchPlace {
  image: number;
  row: number;
  column: number;
}

/** Places of up to `limit` patches for each code of `wanted`, from different images as far as there are any. */
export function findPatches(
  images: CodedImage[],
  wanted: number[],
  limit: number,
): Map<number, PatchPlace[]> {
  const found = new Map(wanted.map((code): [number, PatchPlace[]] => [code, []]));
  const spare = new Map(wanted.map((code): [number, PatchPlace[]] => [code, []]));
  for (const [image, { codes, columns }] of images.entries()) {
    const seen = new Set<number>();
    for (const [i, code] of codes.entries()) {
      const list = (seen.has(code) ? spare : found).get(code);
      seen.add(code);
      if (list && list.length < limit)
        list.push({ image, row: Math.floor(i / columns), column: i % columns });
    }
  }
  for (const [code, list] of found) list.push(...(spare.get(code) ?? []).slice(0, limit - list.length));
  return found;
}

/** A patch with one patch of its surroundings on each side, as an HTML tile that outlines the patch itself. */
async function tile(
  { picture, rows, columns }: CodedImage,
  { image, row, column }: PatchPlace,
): Promise<string> {
  const alt = `image ${image + 1}, row ${row + 1}, column ${column + 1}`;
  const [w, h] = [picture.width / columns, picture.height / rows];
  const around = crop(
    picture,
    Math.round((column - 1) * w),
    Math.round((row - 1) * h),
    Math.round(3 * w),
    Math.round(3 * h),
  );
  const scale = (part: number) => `${((100 * part) / 3).toFixed(2)}%`;
  const place =
    `left:${scale(column === 0 ? 1 : 0)};top:${scale(row === 0 ? 1 : 0)};` +
    `width:${scale(around.width / w)};height:${scale(around.height / h)}`;
  return `<div class="tile">${await imageTag(around, alt, place)}</div>`;
}

const galleryStyle = `<style>
.code { display: flex; align-items: center; gap: 12px; padding: 5px 0; border-bottom: 1px solid var(--line); }
.code .name { flex: 0 0 150px; font-size: 13px; white-space: nowrap; line-height: 1.35; } .code .name span { color: var(--soft); }
.swatch { display: inline-block; width: 11px; height: 11px; border-radius: 3px; margin-right: 6px; }
.tiles { display: flex; gap: 5px; overflow: hidden; }
.tile { position: relative; flex: 0 0 60px; height: 60px; background: var(--line); border-radius: 4px; overflow: hidden; }
.tile img { position: absolute; }
.tile::after { content: ''; position: absolute; inset: 33.3%; border: 1.5px solid #fff; outline: 1px solid #000; }
.maps { display: grid; gap: 14px; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); }
.map { display: grid; grid-template-columns: repeat(3, 1fr); gap: 4px; }
.map img { width: 100%; aspect-ratio: 1; border-radius: 4px; }
.stack { position: relative; } .stack img + img { position: absolute; inset: 0; opacity: 0.5; }
.bars { display: flex; align-items: flex-end; height: 96px; }
</style>`;

function colorOf(colors: Uint8Array, code: number): [number, number, number] {
  return [colors[code * 3] ?? 0, colors[code * 3 + 1] ?? 0, colors[code * 3 + 2] ?? 0];
}

/** The code map of an image as a picture with one pixel a patch. */
export function codeMapPicture({ codes, rows, columns }: CodedImage, colors: Uint8Array): Picture {
  const data = new Uint8Array(rows * columns * 3);
  for (const [i, code] of codes.entries()) data.set(colorOf(colors, code), i * 3);
  return { data, width: columns, height: rows, channels: 3 };
}

/** An image, its code map, and the one over the other, side by side. */
async function codeMapFigure(image: CodedImage, number: number, colors: Uint8Array): Promise<string> {
  const picture = await imageTag(image.picture, `image ${number}`);
  const map = await imageTag(codeMapPicture(image, colors), `code map of image ${number}`);
  return `<div class="map">${picture}${map}<div class="stack">${picture}${map}</div></div>`;
}

function codeRow(code: number, count: number, total: number, tiles: string[], colors: Uint8Array): string {
  const swatch = `<i class="swatch" style="background:rgb(${colorOf(colors, code).join(' ')})"></i>`;
  const name = `<div class="name">${swatch}code ${code}<br><span>${formatNumber(count)} patches, ${formatPercent(count / total)}</span></div>`;
  return `<div class="code">${name}<div class="tiles">${tiles.join('')}</div></div>`;
}

/** Sorted use of all codes as a bar chart: flat is good, a steep start with a long empty tail is a collapsing codebook. */
function useChart(counts: readonly number[]): string {
  const sorted = [...counts].sort((a, b) => b - a);
  const bins = Math.min(128, sorted.length);
  const heights = Array.from({ length: bins }, (_, i) => {
    const part = sorted.slice(
      Math.floor((i * sorted.length) / bins),
      Math.floor(((i + 1) * sorted.length) / bins),
    );
    return part.reduce((sum, count) => sum + count, 0) / part.length;
  });
  const highest = Math.max(...heights, 1e-9);
  const bars = heights.map((value, i) => {
    const height = (90 * value) / highest;
    return `<rect x="${((512 * i) / bins).toFixed(2)}" y="${(92 - height).toFixed(2)}" width="${(440 / bins).toFixed(2)}" height="${height.toFixed(2)}" fill="var(--series-0)"/>`;
  });
  return (
    `<figure><figcaption>How often each code is used, from the most to the least used</figcaption>` +
    `<svg viewBox="0 0 512 96" role="img" aria-label="use of the codes">${bars.join('')}<line x1="0" x2="512" y1="92.5" y2="92.5" stroke="var(--line)"/></svg>` +
    `<p class="note">Flat is good. A steep start with a long empty tail is a collapsing codebook.</p></figure>`
  );
}

/** The parts of the gallery as HTML without the page around, so that other reports can hold them. */
export async function gallerySections(
  data: GalleryData,
  options: Partial<GalleryOptions> = {},
): Promise<string> {
  const sizes = { ...gallerySizes, ...options };
  const total = data.counts.reduce((sum, count) => sum + count, 0);
  const byUse = data.counts
    .map((count, code) => ({ code, count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, sizes.codes);
  const places = findPatches(
    data.images,
    byUse.map(({ code }) => code),
    sizes.patches,
  );
  const rows: string[] = [];
  for (const { code, count } of byUse) {
    const tiles: string[] = [];
    for (const place of places.get(code) ?? []) {
      const image = data.images[place.image];
      if (image) tiles.push(await tile(image, place));
    }
    if (tiles.length > 0) rows.push(codeRow(code, count, total, tiles, data.colors));
  }
  const maps: string[] = [];
  for (const [i, image] of data.images.slice(0, sizes.maps).entries())
    maps.push(await codeMapFigure(image, i + 1, data.colors));
  return (
    `${galleryStyle}<h2>Code maps</h2><p>Each image, its code map, and an overlay. Codes that are close in the codebook have similar colours.</p>` +
    `<div class="maps">${maps.join('')}</div>` +
    `<h2>The most used codes</h2><p>Patches that fall on the same code, each framed, with its surroundings. ` +
    `If the tokenizer works, a row shows one kind of content.</p>${rows.join('')}` +
    `<h2>Use of the codebook</h2>${useChart(data.counts)}`
  );
}

/** The whole gallery page. */
export async function galleryPage(data: GalleryData, options: Partial<GalleryOptions> = {}): Promise<string> {
  const { used, codes, share, perplexity, vectors } = summarize(data.counts);
  const head =
    `<h1>Codes of a tokenizer</h1><p class="lead">${escapeHtml(data.source)}</p>` +
    cards([
      {
        value: formatPercent(share),
        label: `codes in use: ${formatNumber(used)} of ${formatNumber(codes)}`,
      },
      { value: formatNumber(perplexity, 3), label: `perplexity (at most ${formatNumber(codes)})` },
      { value: formatNumber(vectors), label: 'patches analysed' },
    ]);
  return page('Codes of a tokenizer', head + (await gallerySections(data, options)));
}
