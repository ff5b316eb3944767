/** Protects: what `--profile` writes and says, which steps it covers, and that the run is the same to the bit. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stage, StageRecipes } from '#beit2/config/schema.js';
import { finetune } from '#beit2/stages/finetune.js';
import { pretrain } from '#beit2/stages/pretrain.js';
import { trainTokenizer } from '#beit2/stages/tokenizer.js';
import { findCheckpoint } from '#beit2/train/run/checkpoint.js';
import { profileSteps } from '#beit2/train/run/profile-steps.js';
import { Run } from '#beit2/train/run/run-folder.js';
import { makePictures, tinyRecipe } from './tiny.js';

let folder = '';
let images: string[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'beit2-profile-'));
  const pictures = join(folder, 'pictures');
  await makePictures(pictures);
  images = [`data.train=${pictures}`, `data.val=${pictures}`];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pixels = 'target={ kind: pixels, normalize: true }';

/** Trains in a folder of that name. @returns the folder */
async function trained(recipe: StageRecipes[Stage], name: string, profile: boolean): Promise<string> {
  const place = join(folder, name);
  const options = {
    folder: place,
    resume: false,
    goOn: '',
    progress: 'quiet' as const,
    group: null,
    profile,
  };
  if (recipe.stage === 'tokenizer') await trainTokenizer(new Run(recipe, options));
  else if (recipe.stage === 'pretrain') await pretrain(new Run(recipe, options));
  else await finetune(new Run(recipe, options));
  return place;
}

interface Trace {
  traceEvents: { name: string; cat: string; ts: number; dur: number }[];
}

const trace = (run: string) => JSON.parse(readFileSync(join(run, 'profile.json'), 'utf8')) as Trace;

/** Names of the ranges of a trace with how often each comes. */
function ranges(run: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { name, cat } of trace(run).traceEvents)
    if (cat === 'range') counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

test('steps 3 to 12 are profiled, phase by phase, and the run is the same to the bit', async () => {
  const recipe = tinyRecipe('pretrain', 'demo-pretrain', [...images, pixels, 'duration.steps=14']);
  const run = await trained(recipe, 'profiled', true);
  expect(ranges(run)).toEqual({ step: 10, data: 10, forward: 20, backward: 10, optimizer: 10 });
  const { traceEvents } = trace(run);
  const steps = traceEvents.filter(({ name }) => name === 'step');
  for (const { ts, dur } of traceEvents)
    expect(steps.some((step) => ts >= step.ts && ts + dur <= step.ts + step.dur + 1e-3)).toBe(true);
  const table = readFileSync(join(run, 'profile.txt'), 'utf8');
  expect(table).toMatch(/^Profile of 10 steps, [\d.]+ ms each:\n/);
  expect(table).toMatch(/ {5}1 {2}backward\n/);
  expect(table).toContain('beit2::self_attention');
  const log = readFileSync(join(run, 'log.txt'), 'utf8');
  expect(log).toContain(`Full table: ${join(run, 'profile.txt')}; timeline: ${join(run, 'profile.json')}`);

  const plain = await trained(recipe, 'plain', false);
  expect(existsSync(join(plain, 'profile.json'))).toBe(false);
  const bytes = (place: string) =>
    [...findCheckpoint(place, () => undefined).read('model')].map(([name, tensor]) => [
      name,
      Buffer.from(tensor.read().data).toString('base64'),
    ]);
  expect(bytes(run)).toEqual(bytes(plain));
});

test('the tokenizer shows its teacher, fine-tuning its weight average, a short run the steps it has', async () => {
  const teacher = join(folder, 'plain');
  const tokenizer = await trained(
    tinyRecipe('tokenizer', 'demo-tokenizer', [
      ...images,
      `teacher={ kind: beit2, path: ${teacher}, imageSize: 16 }`,
      'duration.steps=4',
    ]),
    'tokenizer',
    true,
  );
  expect(ranges(tokenizer)).toMatchObject({
    step: 2,
    data: 2,
    teacher: 2 + 1, // evaluation after the last step is one batch
    backward: 2,
    optimizer: 2,
    evaluation: 1,
  });
  const classifier = await trained(
    tinyRecipe('finetune', 'finetune', [...images, 'duration.steps=3', 'emaDecay=0.9']),
    'classifier',
    true,
  );
  expect(ranges(classifier)).toMatchObject({ step: 1, average: 1 });
  expect(readFileSync(join(classifier, 'profile.txt'), 'utf8')).toMatch(/^Profile of 1 step, /);
});

test('a run without a third step says that nothing was profiled', async () => {
  async function* two() {
    yield await Promise.resolve(1);
    yield 2;
  }
  const said: string[] = [];
  for await (const batch of profileSteps(two(), { folder, say: (text) => said.push(text) }, 'cpu'))
    expect(batch).toBeGreaterThan(0);
  expect(said).toEqual(['Nothing was profiled: the run ended before step 3.']);
  expect(existsSync(join(folder, 'profile.json'))).toBe(false);
});

test('a step that throws ends the profile, so that another can start', async () => {
  async function* endless() {
    for (;;) yield await Promise.resolve(1);
  }
  const run = { folder, say: () => undefined };
  const train = async () => {
    let steps = 0;
    for await (const batch of profileSteps(endless(), run, 'cpu'))
      if (++steps === 5) throw new Error(`at ${batch}`);
  };
  await expect(train()).rejects.toThrow('at 1');
  await expect(train()).rejects.toThrow('at 1');
});
