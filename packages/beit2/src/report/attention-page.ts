/** The page of an image's attention maps. */
import { type HeadMap, type ImageAttention, mapPicture, shownImage } from './attention-pictures.js';
import { escapeHtml, formatPercent, page } from './html.js';
import { imageTag, type Picture } from './picture.js';

const style = `<style>
.maps { display: grid; gap: 14px; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); margin-top: 20px; }
.maps figure { padding: 8px; } .maps img { width: 100%; height: auto; border-radius: 5px; } .maps figcaption { font-weight: 400; font-size: 13px; margin: 6px 0 0; }
</style>`;

async function figure(picture: Picture, title: string, note: string): Promise<string> {
  const caption = `<figcaption><b>${escapeHtml(title)}</b> ${escapeHtml(note)}</figcaption>`;
  return `<figure>${await imageTag(picture, title)}${caption}</figure>`;
}

/** @param name of the image, and @param model of the model, for the heading */
export async function attentionPage(name: string, model: string, attention: ImageAttention): Promise<string> {
  const { from, block, grid, heads, mean } = attention;
  const image = await shownImage(attention);
  const share = ({ cls }: HeadMap) => `${formatPercent(cls)} to [CLS]`;
  const figures = [
    await figure(image, 'the image', 'input of the model'),
    await figure(await mapPicture(image, mean, grid), 'mean of the heads', share(mean)),
  ];
  for (const [i, head] of heads.entries()) {
    figures.push(await figure(await mapPicture(image, head, grid), `head ${i + 1}`, share(head)));
  }
  const who = from ? `the patch in row ${from.row}, column ${from.column} (framed)` : '[CLS]';
  return page(
    `Attention in ${name}`,
    `${style}<h1>What ${escapeHtml(who)} attends to</h1><p class="lead">${escapeHtml(name)}, block ${block} of ${escapeHtml(model)}. Bright is high, dark is low; each map is scaled by its own maximum.</p><div class="maps">${figures.join('')}</div>`,
  );
}
