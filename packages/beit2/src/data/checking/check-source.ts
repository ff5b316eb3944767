/** A look at every image before a run is built on them: which cannot be read, which are there twice, which labels disagree. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { UserError } from '../../errors.js';
import type { ImageSource } from '../sources/image-source.js';
import type { CheckOrder, CheckReply, Finding } from './check-worker.js';
import { hashDistance } from './perceptual-hash.js';

/** What is wrong with an image; `of` is the image that it repeats. */
export type Problem =
  | { index: number; problem: 'broken'; reason: string }
  | { index: number; problem: 'duplicate' | 'near-duplicate' | 'label-conflict'; of: number };

export interface CheckResult {
  images: number;
  /** Sorted by the image's place in the source. An image has one problem at most, the worst. */
  problems: Problem[];
  /** Names of classes without an image. */
  emptyClasses: string[];
}

const perOrder = 16;

/**
 * Decodes every image once, in worker threads, and compares contents (SHA-256) and looks (perceptual hashes that differ in 3 of 64 bits
 * at most). Of equal images the first is kept, unless their labels disagree: then none is right.
 * @param onProgress hears how many images are done
 * @throws UserError when a server is out of reach
 */
export async function checkSource(
  source: ImageSource,
  {
    workers = availableParallelism(),
    onProgress,
  }: { workers?: number; onProgress?: (done: number) => void } = {},
): Promise<CheckResult> {
  const comparison = new Comparison(source);
  let [next, done] = [0, 0];
  const order = (): CheckOrder | null => {
    if (next >= source.length) return null;
    const from = next;
    next = Math.min(source.length, from + perOrder);
    return { from, to: next };
  };
  const take = ({ from, findings }: { from: number; findings: Finding[] }): void => {
    for (const [i, finding] of findings.entries()) comparison.add(from + i, finding);
    onProgress?.((done += findings.length));
  };
  const count = Math.min(workers, Math.ceil(source.length / perOrder));
  await Promise.all(Array.from({ length: count }, () => work(source, order, take)));
  return { images: source.length, problems: comparison.problems(), emptyClasses: emptyClasses(source) };
}

/** One thread that works off orders until there are none. */
function work(
  source: ImageSource,
  order: () => CheckOrder | null,
  take: (found: { from: number; findings: Finding[] }) => void,
): Promise<void> {
  const worker = new Worker(new URL('./check-worker.js', import.meta.url), { workerData: source.describe() });
  const send = (): void => worker.postMessage(order() ?? 'close');
  return new Promise((resolve, reject) => {
    worker.on('message', (reply: CheckReply) => {
      if ('failure' in reply) {
        reject(new UserError(reply.failure));
        void worker.terminate();
        return;
      }
      take(reply);
      send();
    });
    worker.on('error', (error) =>
      reject(new Error(`A checking thread failed: ${error.message}`, { cause: error })),
    );
    worker.on('exit', () => resolve());
    send();
  });
}

function emptyClasses(source: ImageSource): string[] {
  const { classes = [], length } = source;
  const isUsed = new Uint8Array(classes.length);
  for (let index = 0; index < length; index++) isUsed[source.label(index) ?? -1] = 1;
  return classes.filter((_, label) => isUsed[label] === 0);
}

/** Bits in which images that look alike may differ: then one of four parts of 16 bits differs in one at most. */
const nearest = 7;
const oneBitAway = [0, ...Array.from({ length: 16 }, (_, bit) => 1 << bit)];

/** Keeps what is known of every image: 24 bytes and its content's hash. */
class Comparison {
  private readonly broken: Problem[] = [];
  private readonly isWhole: Uint8Array;
  private readonly first: Int32Array;
  private readonly words: [Uint32Array, Uint32Array];
  private readonly contents: string[] = [];
  /** First images of groups of equal ones whose labels disagree. */
  private readonly conflicts = new Set<number>();

  constructor(private readonly source: ImageSource) {
    this.isWhole = new Uint8Array(source.length);
    this.first = new Int32Array(source.length).fill(-1);
    this.words = [new Uint32Array(source.length), new Uint32Array(source.length)];
  }

  add(index: number, finding: Finding): void {
    if ('reason' in finding) {
      this.broken.push({ index, problem: 'broken', reason: finding.reason });
      return;
    }
    this.isWhole[index] = 1;
    this.contents[index] = finding.content;
    [this.words[0][index], this.words[1][index]] = finding.look;
  }

  problems(): Problem[] {
    const conflicting = this.findEqual();
    const problems = [...this.broken, ...conflicting];
    for (const [index, of] of this.first.entries()) {
      if (of >= 0 && of !== index && !this.conflicts.has(of))
        problems.push({ index, problem: 'duplicate', of });
    }
    for (const [index, of] of this.findNear()) problems.push({ index, problem: 'near-duplicate', of });
    return problems.sort((a, b) => a.index - b.index);
  }

  /** Finds each image's first equal. @returns the images whose labels disagree */
  private findEqual(): Problem[] {
    const seen = new Map<string, number>();
    for (let index = 0; index < this.source.length; index++) {
      const content = this.contents[index];
      if (content === undefined) continue;
      const first = seen.get(content) ?? index;
      if (first === index) seen.set(content, index);
      this.first[index] = first;
      if (this.source.label(first) !== this.source.label(index)) this.conflicts.add(first);
    }
    const found: Problem[] = [];
    for (const [index, of] of this.first.entries())
      if (this.conflicts.has(of)) found.push({ index, problem: 'label-conflict', of });
    return found;
  }

  /** Images that look like an earlier one, and which; equal contents are left to `findEqual`. */
  private findNear(): Map<number, number> {
    const near = new Map<number, number>();
    const buckets = Array.from({ length: 4 }, () => new Map<number, number[]>());
    const wordsOf = (index: number): [number, number] => [
      this.words[0][index] ?? 0,
      this.words[1][index] ?? 0,
    ];
    for (let index = 0; index < this.source.length; index++) {
      if (this.isWhole[index] === 0 || this.first[index] !== index || this.conflicts.has(index)) continue;
      const words = wordsOf(index);
      const parts = [words[0] >>> 16, words[0] & 0xffff, words[1] >>> 16, words[1] & 0xffff];
      let alike = Infinity;
      for (const [i, part] of parts.entries()) {
        for (const bit of oneBitAway)
          for (const other of buckets[i]?.get(part ^ bit) ?? [])
            if (other < alike && hashDistance(words, wordsOf(other)) <= nearest) alike = other;
      }
      if (alike < Infinity) {
        near.set(index, alike); // and stands for itself no longer: the first of the group does
        continue;
      }
      for (const [i, part] of parts.entries()) {
        const bucket = buckets[i]?.get(part);
        if (bucket) bucket.push(index);
        else buckets[i]?.set(part, [index]);
      }
    }
    return near;
  }
}
