/** Some steps of a run under the profiler: `--profile`. */
import { join } from 'node:path';
import * as torch from '@beit2/torch';
import { replaceText } from '../../files/durable-files.js';

/** Steps that warm up, and those that are profiled after them. */
const [warmUp, profiled] = [2, 10];

/** What of a run it needs. */
interface ProfiledRun {
  folder: string;
  say: (text: string) => void;
}

/**
 * Hands batches on and profiles the third to the twelfth step, or as far as the run goes; then writes `profile.txt` and
 * `profile.json` into the run's folder and names them.
 * @param device The ranges wait for it, unless it is the CPU.
 * @throws UserError when the disk is full
 */
export async function* profileSteps<B>(
  batches: AsyncIterable<B>,
  run: ProfiledRun,
  device: torch.Device,
): AsyncGenerator<B, void, void> {
  const profile = torch.profiler.profile({ synchronize: device });
  const source = batches[Symbol.asyncIterator]();
  let taken = 0;
  let endStep = (): void => undefined;
  const finish = () => {
    endStep();
    profile.stop();
    if (taken > warmUp) write(run, profile, device, taken - warmUp);
  };
  try {
    for (;;) {
      endStep();
      if (taken === warmUp) profile.start();
      if (taken === warmUp + profiled) finish();
      endStep = torch.profiler.beginRange('step');
      const next = await torch.profiler.range('data', () => source.next());
      if (next.done) return;
      taken++;
      yield next.value;
    }
  } finally {
    if (profile.isRunning) finish();
    if (taken <= warmUp) run.say(`Nothing was profiled: the run ended before step ${warmUp + 1}.`);
    await source.return?.();
  }
}

function write(run: ProfiledRun, profile: torch.profiler.Profile, device: torch.Device, steps: number): void {
  const heading = [
    `Profile of ${steps === 1 ? '1 step' : `${steps} steps`}, ${(profile.elapsed / steps).toFixed(1)} ms each:`,
    ...(device === 'cpu'
      ? []
      : [`(Ranges wait for ${device}; operators are timed until their work is launched.)`]),
  ];
  const [table, trace] = [join(run.folder, 'profile.txt'), join(run.folder, 'profile.json')];
  replaceText(table, `${[...heading, profile.table({ steps, rows: Infinity })].join('\n')}\n`);
  replaceText(trace, profile.chromeTrace());
  for (const line of [...heading, ...profile.table({ steps, rows: 20 }).split('\n')]) run.say(line);
  run.say(`Full table: ${table}; timeline: ${trace}, for ui.perfetto.dev or chrome://tracing.`);
}
