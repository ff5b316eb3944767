import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadRecipe, recipeToYaml } from '#beit2/config/recipe.js';
import { comparisonReport } from '#beit2/report/comparison-report.js';
import { codeColors } from '#beit2/report/code-colors.js';
import { demoReport, probeSentence, type DemoResults } from '#beit2/report/demo-report.js';
import { codeMapPicture, findPatches, galleryPage, type CodedImage } from '#beit2/report/gallery.js';
import { escapeHtml, formatNumber, formatPercent, formatTick } from '#beit2/report/html.js';
import { lineChart, niceTicks } from '#beit2/report/line-chart.js';
import { appendEvaluation } from '#beit2/evaluate/evaluation-log.js';
import { crop, toDataUri, type Picture } from '#beit2/report/picture.js';
import { runReport } from '#beit2/report/run-report.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-report-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Attributes and addresses that would make a browser ask another machine. */
const outside = /(?:src|href)="(?!data:)|url\(|@import|<script|<link/;

/** A grey picture whose pixel (x, y) is 16 y + x. */
function picture(width: number, height: number): Picture {
  const data = Uint8Array.from(
    { length: width * height },
    (_, i) => 16 * Math.floor(i / width) + (i % width),
  );
  return { data, width, height, channels: 1 };
}

const coded = (codes: number[], rows = 2, columns = 2): CodedImage => ({
  picture: picture(8, 8),
  codes: Int32Array.from(codes),
  rows,
  columns,
});

test('numbers for reading', () => {
  expect([0, 0.000012, 0.27123, 333.42, 1234.5, -0.5].map((value) => formatNumber(value))).toEqual([
    '0',
    '1.2 × 10⁻⁵',
    '0.2712',
    '333.4',
    '1,235',
    '-0.5',
  ]);
  expect([0, 0.0005, 0.001, 0.25, 1000].map(formatTick)).toEqual(['0', '5e-4', '1e-3', '0.25', '1,000']);
  expect([0, 0.431, 0.9996, 1].map(formatPercent)).toEqual(['0.0 %', '43.1 %', '100 %', '100 %']);
  expect(escapeHtml(`<a b="c">'&`)).toBe('&lt;a b=&quot;c&quot;&gt;&#39;&amp;');
});

describe('charts', () => {
  test('ticks are round numbers inside the range', () => {
    expect(niceTicks(0, 1, 4)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(niceTicks(0.13, 0.87, 4)).toEqual([0.2, 0.4, 0.6, 0.8]);
    expect(niceTicks(10, 3900, 5)).toEqual([1000, 2000, 3000]);
  });

  test('the line goes from corner to corner of its range', () => {
    const svg = lineChart('Loss', [
      {
        name: 'loss',
        points: [
          [0, 1],
          [100, 0],
        ],
      },
    ]);
    expect(svg).toContain('points="52.0,10.0 508.0,220.0"');
    expect(svg).toContain('loss: 0 at the end');
  });

  test('long series are averaged and keep their spread', () => {
    const points = Array.from({ length: 1000 }, (_, i): [number, number] => [i, i % 2]);
    const svg = lineChart('Noise', [{ name: 'noise', points }]);
    expect(/<polyline points="([^"]*)"/.exec(svg)?.[1]?.split(' ')).toHaveLength(200);
    expect(svg).toContain('<polygon');
  });

  test('one point is a dot, and no point no chart', () => {
    expect(lineChart('Once', [{ name: 'x', points: [[5, 2]] }])).toContain('<circle');
    expect(lineChart('Never', [{ name: 'x', points: [] }])).toBe('');
  });
});

describe('a report of a run', () => {
  test('holds charts, last values, the health line and the recipe, and asks no other machine for anything', () => {
    writeFileSync(
      join(folder, 'metrics.jsonl'),
      '{"step":10,"loss":0.5,"lr":0.001,"odd":"NaN"}\n{"step":20,"loss":0.25,"lr":0.0005}\n' +
        '{"step":20,"codeUse":0.84,"health":"84 % of the codes are in use."}\n',
    );
    writeFileSync(join(folder, 'recipe.yaml'), 'name: <b>\n');
    const html = runReport(folder);
    expect(html).not.toMatch(outside);
    expect(html).toContain('<b>0.84</b><span>code use, last</span>');
    expect(html).toContain('<div class="health">84 % of the codes are in use.</div>');
    expect(html).toContain('<figcaption>Learning rate</figcaption>');
    expect(html).toContain('name: &lt;b&gt;');
    expect(html).not.toContain('<figcaption>odd</figcaption>');
    expect(html).not.toContain('Evaluations');
  });

  test('lists what was measured of it, the newest first, whatever a crash left of the last line', () => {
    writeFileSync(join(folder, 'metrics.jsonl'), '{"step":10,"loss":0.5}\n');
    const common = { model: 'runs/<x>', images: null };
    const time = '2026-11-28T10:00:00.000Z';
    appendEvaluation(folder, { ...common, time, kind: 'linear', figures: { '[CLS], top-1': 0.652 } });
    appendEvaluation(folder, {
      ...common,
      time,
      kind: 'knn',
      figures: { neighbours: 20, '[CLS], top-1': 0.5 },
    });
    appendFileSync(join(folder, 'evaluations.jsonl'), '{"time":');
    const html = runReport(folder);
    expect(html.match(/<td>(linear probe|nearest neighbours)<\/td>/g)).toEqual([
      '<td>nearest neighbours</td>',
      '<td>linear probe</td>',
    ]);
    expect(html).toContain(
      '<td>2026-11-28 10:00</td><td>linear probe</td><td>runs/&lt;x&gt;</td><td>of the recipe</td>',
    );
    expect(html).toContain('<td>neighbours 20; [CLS], top-1 50.0 %</td>');

    appendEvaluation(folder, { ...common, time, kind: 'classify', figures: { images: 4 } });
    const warnings: string[] = [];
    expect(runReport(folder, (sentence) => void warnings.push(sentence))).toContain(
      '<td>classification</td>',
    );
    expect(warnings).toEqual([`${join(folder, 'evaluations.jsonl')} has 1 damaged line, which was skipped.`]);
  });

  test('of a folder without metrics is an error', () => {
    expect(() => runReport(folder)).toThrow(
      `${folder} holds no metrics yet: give the folder of a run that trained (it has a metrics.jsonl).`,
    );
  });
});

describe('a report of several runs', () => {
  function run(name: string, metrics: string, recipe: string): string {
    const path = join(folder, name);
    mkdirSync(path);
    writeFileSync(join(path, 'metrics.jsonl'), metrics);
    writeFileSync(join(path, 'recipe.yaml'), recipe);
    return path;
  }

  test('has the keys that differ, the last values, and a line for each run in its own colour', () => {
    const recipe = (lr: number) => recipeToYaml(loadRecipe('demo-tokenizer', [`optimizer.lr=${lr}`]));
    const a = run('a', '{"step":10,"loss":0.5}\n{"step":20,"loss":0.25,"onlyHere":3}\n', recipe(0.001));
    const b = run('<b>', '{"step":10,"loss":0.75}\n', recipe(0.002));
    const html = comparisonReport([a, b]);
    expect(html).not.toMatch(outside);
    expect(html).not.toContain('<b>,');
    expect(html).toContain(
      '<tr><th scope="row">optimizer.lr</th><td class="number">0.001</td><td class="number">0.002</td></tr>',
    );
    expect(html).toContain(
      '<tr><th scope="row">only here</th><td class="number">3</td><td class="number">–</td></tr>',
    );
    expect(html).toContain(`aria-label="loss: ${a} ends at 0.25, ${escapeHtml(b)} ends at 0.75"`);
    expect(html).toContain(`<i style="background:var(--series-1)"></i>${escapeHtml(b)}: 0.75`);
  });

  test('of a folder that is no run is an error', () => {
    expect(() => comparisonReport([folder, folder])).toThrow(
      `${folder} is not a run: give the folder of a run.`,
    );
  });
});

describe('pictures', () => {
  test('a crop is cut off at the edges', () => {
    expect(crop(picture(4, 4), -1, 2, 3, 5)).toEqual({
      data: Uint8Array.of(32, 33, 48, 49),
      width: 2,
      height: 2,
      channels: 1,
    });
  });

  test('small ones keep every pixel', async () => {
    const uri = await toDataUri(picture(3, 2));
    const png = Buffer.from(uri.replace('data:image/png;base64,', ''), 'base64');
    const { data, info } = await sharp(png).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, ...data]).toEqual([3, 2, 0, 1, 2, 16, 17, 18]);
  });
});

describe('codes', () => {
  test('patches of a code come from different images first', () => {
    const images = [coded([7, 7, 7, 1]), coded([7, 1, 1, 1]), coded([2, 7, 7, 7])];
    const places = findPatches(images, [7, 3], 4);
    expect(places.get(7)).toEqual([
      { image: 0, row: 0, column: 0 },
      { image: 1, row: 0, column: 0 },
      { image: 2, row: 0, column: 1 },
      { image: 0, row: 0, column: 1 },
    ]);
    expect(places.get(3)).toEqual([]);
  });

  test('near codes get near colours, and a code map has the colour of each code', () => {
    const codebook = Float32Array.from([1, 0, 0, 0.98, 0.1, 0, -1, 0, 0, -0.98, -0.1, 0]);
    const colors = codeColors(codebook, 4);
    const first = [0, 3, 6, 9].map((i) => colors[i] ?? 0).sort((a, b) => a - b);
    expect(first).toEqual([40, 107, 173, 240]);
    expect(Math.abs((colors[0] ?? 0) - (colors[3] ?? 0))).toBe(67);
    expect(Math.abs((colors[0] ?? 0) - (colors[6] ?? 0))).toBeGreaterThan(67);
    const map = codeMapPicture(coded([3, 0, 0, 2]), colors);
    expect([...map.data.subarray(0, 3)]).toEqual([...colors.subarray(9, 12)]);
    expect([map.width, map.height]).toEqual([2, 2]);
  });

  test('the gallery shows the most used codes with their patches, and asks no other machine for anything', async () => {
    const images = [coded([3, 3, 1, 0]), coded([3, 1, 1, 1])];
    const html = await galleryPage({
      source: 'runs/a on <photos>',
      images,
      counts: [1, 4, 0, 30],
      colors: codeColors(Float32Array.from([1, 0, 0, 1, -1, 0, 0, -1]), 4),
    });
    expect(html).not.toMatch(outside);
    expect(html).toContain('codes in use: 3 of 4');
    expect(html).toContain('runs/a on &lt;photos&gt;');
    expect([...html.matchAll(/code (\d+)<br>/g)].map(([, code]) => code)).toEqual(['3', '1', '0']);
    expect(html.match(/class="tile"/g)).toHaveLength(8);
  });
});

describe('the demo report', () => {
  const probe = { pretrained: 0.842, random: 0.71, chance: 0.1 };

  test('says in plain words what the probe shows, whichever way it came out', () => {
    expect(probeSentence(probe)).toContain(
      'names 84.2 % of the test images, against 71.0 % with the same network before any',
    );
    expect(probeSentence(probe)).toContain('The 13.2 points between are what it learned');
    expect(probeSentence({ ...probe, pretrained: 0.715 })).toContain('not a clear gain');
  });

  test('is one page with everything inside', async () => {
    const results: DemoResults = {
      seconds: 125,
      trainImages: 6400,
      testImages: 1200,
      tokenizer: [{ step: 1, loss: 1, gradNorm: 2 }],
      pretraining: [{ step: 1, loss: 3, accuracy: 0.2 }],
      health: { level: 'collapsing', sentence: 'The codebook is collapsing.' },
      probe,
      tokenAccuracy: 0.34,
      neighbours: [{ query: picture(4, 4), found: [{ picture: picture(4, 4), sameClass: true }] }],
      gallery: { source: '', images: [coded([1, 1, 0, 0])], counts: [2, 2], colors: new Uint8Array(6) },
      folder: 'runs/demo',
    };
    const html = await demoReport(results);
    expect(html).not.toMatch(outside);
    expect(html).toContain('02:05 minutes');
    expect(html).toContain('<div class="health warning">The codebook is collapsing.</div>');
    expect(html).toContain('<figcaption>Accuracy, share</figcaption>');
    expect(html).not.toContain('<figcaption>Gradient norm</figcaption>');
    expect(html).toMatch(/naming the most frequent code every time would get about\s+50\.0 %/);
  });
});
