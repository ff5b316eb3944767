/** The page that `beit2 demo` ends with: what was trained, and what that taught, in plain words. */
import { summarize } from '../tokenizer/code-usage.js';
import type { CodebookHealth } from '../tokenizer/codebook-health.js';
import type { MetricRecord } from '../train/run/metrics.js';
import { formatDuration } from '../train/run/progress.js';
import { gallerySections, type GalleryData } from './gallery.js';
import { cards, escapeHtml, formatNumber, formatPercent, page } from './html.js';
import { imageTag, type Picture } from './picture.js';
import { metricCharts } from './run-report.js';

/** Accuracies in [0, 1] of the linear probe on test images. */
export interface ProbeResults {
  pretrained: number;
  /** The same model with random weights. */
  random: number;
  /** One over the number of classes. */
  chance: number;
}

/** A test image and the images whose features are nearest to its own. */
export interface Neighbours {
  query: Picture;
  found: { picture: Picture; sameClass: boolean }[];
}

export interface DemoResults {
  seconds: number;
  trainImages: number;
  testImages: number;
  tokenizer: MetricRecord[];
  pretraining: MetricRecord[];
  health: CodebookHealth;
  probe: ProbeResults;
  /** Share of masked patches whose code the pretrained model names. */
  tokenAccuracy: number;
  neighbours: Neighbours[];
  gallery: GalleryData;
  /** Folder of the run, for the commands to go on with. */
  folder: string;
}

const style = `<style>
.bar { display: grid; grid-template-columns: minmax(130px, 210px) 1fr 64px; gap: 10px; align-items: center; margin: 7px 0; font-size: 14px; }
.bar div { background: var(--line); border-radius: 4px; } .bar i { display: block; height: 18px; border-radius: 4px; background: var(--soft); }
.bar.ours i { background: var(--series-0); } .bar b { text-align: right; font-variant-numeric: tabular-nums; }
.near { display: grid; gap: 10px 22px; grid-template-columns: repeat(auto-fill, minmax(400px, 1fr)); }
.near > div { display: flex; gap: 6px; align-items: center; } .near img { width: 56px; height: 56px; border-radius: 5px; border: 3px solid transparent; }
.near .query { margin-right: 12px; } .near .same img { border-color: var(--good); } .near .other img { border-color: var(--bad); }
</style>`;

function bar(label: string, share: number, ours: boolean): string {
  const width = `width:${(100 * share).toFixed(1)}%`;
  return `<div class="bar${ours ? ' ours' : ''}"><span>${escapeHtml(label)}</span><div><i style="${width}"></i></div><b>${formatPercent(share)}</b></div>`;
}

/** What the probe says, whichever way it came out. */
export function probeSentence({ pretrained, random, chance }: ProbeResults): string {
  const gain = (pretrained - random) * 100;
  const numbers = `${formatPercent(pretrained)} of the test images, against ${formatPercent(random)} with the same network before any training and ${formatPercent(chance)} by guessing`;
  if (gain >= 2) {
    return `A linear classifier on its frozen features names ${numbers}. The ${gain.toFixed(1)} points between are what it learned about clothes without ever seeing a label.`;
  }
  return `A linear classifier on its frozen features is right for ${numbers}. That is not a clear gain: this run was too short, or something went wrong.`;
}

async function neighbourRow({ query, found }: Neighbours): Promise<string> {
  const images: string[] = [];
  for (const { picture, sameClass } of found) {
    images.push(
      `<span class="${sameClass ? 'same' : 'other'}">${await imageTag(picture, sameClass ? 'same class' : 'other class')}</span>`,
    );
  }
  return `<div><span class="query">${await imageTag(query, 'query')}</span>${images.join('')}</div>`;
}

/** The demo's whole page. */
export async function demoReport(results: DemoResults): Promise<string> {
  const { probe, health, gallery, neighbours } = results;
  const use = summarize(gallery.counts);
  const rows: string[] = [];
  for (const one of neighbours) rows.push(await neighbourRow(one));
  const body = `${style}
<h1>What the demo learned</h1>
<p class="lead">${formatNumber(results.trainImages)} small pictures of clothes (Fashion-MNIST), no labels, ${formatDuration(results.seconds)} minutes on this machine.</p>
${cards([
  { value: formatPercent(probe.pretrained), label: 'linear probe, pretrained' },
  { value: formatPercent(probe.random), label: 'linear probe, random weights' },
  { value: formatPercent(use.share), label: `codes in use: ${use.used} of ${use.codes}` },
  { value: formatNumber(use.perplexity, 3), label: `perplexity of the codes (at most ${use.codes})` },
  { value: formatPercent(results.tokenAccuracy), label: 'masked patches predicted correctly' },
])}
<h2>First: a vocabulary of ${use.codes} visual words</h2>
<p>The tokenizer cuts each picture into patches and gives each patch one of ${use.codes} codes, so that a decoder
can reconstruct the features of a teacher from the codes alone. ${use.used} codes are in use on the test
pictures.</p>
<div class="health${health.level === 'healthy' ? '' : ' warning'}">${escapeHtml(health.sentence)}</div>
${metricCharts(results.tokenizer, /^(loss|codeUse)$/)}
${await gallerySections(gallery, { codes: 24, maps: 9 })}
<h2>Second: a network that fills in what is hidden</h2>
<p>The vision transformer sees a picture with 40 % of its patches hidden and predicts the code of each hidden patch. It gets
${formatPercent(results.tokenAccuracy)} of them exactly right; naming the most frequent code every time would get about
${formatPercent(use.topShare)}. To do better it must know what clothes look like.</p>
${metricCharts(results.pretraining, /^(loss|.*[aA]ccuracy)$/)}
<h2>Third: the evaluation</h2>
<p>${escapeHtml(probeSentence(probe))}</p>
${bar('pretrained', probe.pretrained, true)}${bar('random weights', probe.random, false)}${bar('guessing', probe.chance, false)}
<p class="note">Measured on ${formatNumber(results.testImages)} test pictures that nothing was trained on.</p>
<h2>Pictures that it finds similar</h2>
<p>For some test pictures (left), the training pictures with the nearest features. Green frame: the same class of clothes.</p>
<div class="near">${rows.join('')}</div>
<h2>Next steps</h2>
<p>The same with your own images (any folder, no labels needed):</p>
<pre>beit2 data stats PHOTOS
beit2 tokenizer train cifar10-tokenizer data.train=PHOTOS teacher.path=TEACHER.onnx
beit2 tokenizer gallery runs/cifar10-tokenizer PHOTOS
beit2 report ${escapeHtml(results.folder)}/tokenizer</pre>`;
  return page('What the demo learned', body);
}
