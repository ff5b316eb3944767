/** The page that shows what a search found. */
import { decodeImage } from '../data/pixels/decode.js';
import { basename } from 'node:path';
import { sharp } from '../sharp.js';
import type { Found } from '../search/vector-index.js';
import { escapeHtml, page } from './html.js';
import { imageTag, type Picture } from './picture.js';

/** A query and what was found for it, with the encoded images where they can be read. */
export interface ShownSearch {
  query: string;
  image: Uint8Array | null;
  found: (Found & { image: Uint8Array | null })[];
}

const style = `<style>
.search { display: flex; gap: 14px; overflow-x: auto; padding: 4px 2px 12px; }
.search figure { flex: 0 0 auto; width: 156px; padding: 8px; } .search figure.query { border-color: var(--series-0); }
.search img { width: 138px; height: 138px; object-fit: contain; border-radius: 5px; }
.search figcaption { font-weight: 400; font-size: 12.5px; margin: 6px 0 0; overflow-wrap: anywhere; } .search b { display: block; }
</style>`;

const side = 276; // pixels, twice what is shown

/** A small copy of an encoded image as an `img`; words where it cannot be read. */
async function thumbnail(image: Uint8Array | null, name: string): Promise<string> {
  const picture = image && (await shrink(image).catch(() => null));
  return picture ? imageTag(picture, name) : '<p class="note">no picture</p>';
}

async function shrink(image: Uint8Array): Promise<Picture> {
  const { width, height, data: pixels } = await decodeImage(image);
  const { data, info } = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: 3 };
}

async function row({ query, image, found }: ShownSearch): Promise<string> {
  const figures = [
    `<figure class="query">${await thumbnail(image, query)}<figcaption><b>query</b>${escapeHtml(basename(query))}</figcaption></figure>`,
  ];
  for (const { name, similarity, image: bytes } of found) {
    figures.push(
      `<figure title="${escapeHtml(name)}">${await thumbnail(bytes, name)}<figcaption><b>${similarity.toFixed(3)}</b>${escapeHtml(basename(name))}</figcaption></figure>`,
    );
  }
  return `<div class="search">${figures.join('')}</div>`;
}

/** One row a query, with cosine similarities. */
export async function searchPage(index: string, searches: readonly ShownSearch[]): Promise<string> {
  const rows: string[] = [];
  for (const search of searches) rows.push(await row(search));
  return page(
    'Similar images',
    `${style}<h1>Similar images</h1><p class="lead">In ${escapeHtml(index)}, by cosine similarity of their features; 1 means the same direction.</p>${rows.join('')}`,
  );
}
