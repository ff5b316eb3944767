// Loaded before a training command by the fault harness, through NODE_OPTIONS. BEIT2_TEST_FAULTS, as JSON:
//   trace   file, -RANK is added: what the process is at, and which images each step takes, one JSON object a line
//   clock   seed of a wall clock that jumps by up to a year, ten times a second
//   endWorkerAtStep   the threads that decode end once so many steps have begun; needs `trace`
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import workers from 'node:worker_threads';

const { trace, clock, endWorkerAtStep } = JSON.parse(process.env.BEIT2_TEST_FAULTS ?? '{}');

if (clock !== undefined) {
  const now = Date.now;
  const year = 365 * 24 * 3600 * 1000;
  const jump = (tenth) => (((tenth * 2654435761 + clock * 40503) % 1000) / 500 - 1) * year;
  const shifted = () => Math.round(now() + jump(Math.floor(performance.now() / 100)));
  globalThis.Date = class extends Date {
    constructor(...args) {
      if (args.length === 0) super(shifted());
      else super(...args);
    }
    static now = shifted;
  };
}

const decoders = [];
if (workers.isMainThread && endWorkerAtStep !== undefined) {
  workers.Worker = class extends workers.Worker {
    constructor(file, options) {
      super(file, options);
      if (String(file).endsWith('/data/loading/worker.js')) decoders.push(this);
    }
  };
  syncBuiltinESMExports();
}

if (workers.isMainThread && trace !== undefined) {
  const { ImageLoader } = await import('#beit2/data/loading/loader.js');
  const write = (line) => appendFileSync(`${trace}-${process.env.RANK ?? 0}`, JSON.stringify(line) + '\n');
  const { batches } = ImageLoader.prototype;
  ImageLoader.prototype.batches = async function* (range) {
    const all = batches.call(this, range);
    if (range?.epochs !== Infinity) {
      write({ at: 'evaluation' });
      return yield* all;
    }
    let steps = 0;
    try {
      for (;;) {
        write({ at: 'data' });
        const next = await all.next();
        if (next.done) return;
        const { epoch, step, indices } = next.value;
        write({ at: 'step', epoch, step, images: [...indices] });
        if (++steps === endWorkerAtStep) for (const decoder of decoders) void decoder.terminate();
        yield next.value;
      }
    } finally {
      await all.return();
    }
  };
}
