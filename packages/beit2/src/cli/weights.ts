import { countTo } from './counter.js';

/** The file that a path, an address or a name of the hub means, with the progress of its download on a terminal. */
export async function findWeights(reference: string): Promise<string> {
  const { resolveWeights } = await import('../formats/hub.js');
  const counter = countTo(`MB of ${reference}`);
  try {
    return await resolveWeights(reference, { progress: (_, done) => counter.update(Math.floor(done / 1e6)) });
  } finally {
    counter.end();
  }
}
