/**
 * Resident size over many steps, and whether the event loop is served between them. One line of JSON; ours alone.
 *
 *   npx tsx bench/memory.ts engine             5,000 steps of a small model in scopes
 *   npx tsx bench/memory.ts stage DATA.tar     2,000 steps of a real tokenizer stage: loader, metrics, checkpoints
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as eventLoopTurn } from 'node:timers/promises';
import * as torch from '@beit2/torch';
import { nn, optim } from '@beit2/torch';

const mebibytes = (): number => process.memoryUsage.rss() / 2 ** 20;

async function engine(): Promise<Record<string, number>> {
  torch.manualSeed(0);
  const model = new nn.Sequential(new nn.Linear(64, 256), new nn.GELU(), new nn.Linear(256, 10));
  const optimizer = new optim.AdamW(model.parameters(), { lr: 1e-3 });
  let atStart = 0;
  for (let step = 1; step <= 5000; step++) {
    torch.scope(() => {
      const loss = nn.functional.crossEntropy(
        model.forward(torch.randn([128, 64])),
        torch.randint(0, 10, [128]),
      );
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
    });
    if (step === 100) atStart = mebibytes();
    if (step % 10 === 0) await eventLoopTurn();
  }
  const { tensors } = torch.memory();
  return { mibAfter100: atStart, mibAfter5000: mebibytes(), ratio: mebibytes() / atStart, tensors };
}

async function stage(data: string): Promise<Record<string, number>> {
  const { loadStageRecipe } = await import('../packages/beit2/dist/config/recipe.js');
  const { Run } = await import('../packages/beit2/dist/train/run/run-folder.js');
  const { pretrain } = await import('../packages/beit2/dist/stages/pretrain.js');
  const folder = mkdtempSync(join(tmpdir(), 'beit2-memory-'));
  const steps = 2000;
  const recipe = loadStageRecipe('pretrain', 'cifar10-pretrain', [
    `data.train=${data}`,
    `duration.steps=${steps}`,
    'target={ kind: pixels, normalize: true }',
    'batchSize=16',
    'model.dim=32',
    'model.depth=4',
    'model.aggregation.earlyLayer=3',
    'model.heads=2',
    'checkpoint.every.steps=500',
  ]);
  const run = new Run(recipe, {
    folder: join(folder, 'run'),
    resume: false,
    goOn: '',
    progress: 'quiet',
  });
  const sizes: number[] = [];
  let longestGap = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longestGap = Math.max(longestGap, performance.now() - last);
    last = performance.now();
    sizes.push(mebibytes());
  }, 20);
  const start = performance.now();
  await pretrain(run);
  clearInterval(timer);
  rmSync(folder, { recursive: true });
  const median = (list: number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0;
  const [early, late] = [
    median(sizes.slice(sizes.length * 0.2, sizes.length * 0.3)),
    median(sizes.slice(sizes.length * 0.9)),
  ];
  return {
    mibAfterAFifth: early,
    mibAtTheEnd: late,
    ratio: late / early,
    msPerStep: (performance.now() - start) / steps,
    ticks: sizes.length,
    longestGapMs: longestGap,
  };
}

const [what, data = ''] = process.argv.slice(2);
console.log(JSON.stringify(what === 'stage' ? await stage(data) : await engine()));
