/** Checking the files of a checkpoint by other threads, while this one loads them. */
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * @param hashes SHA-256 of each file, hexadecimal, by its path
 * @returns resolves to one sentence, without its subject, about a file that is not as it was written; null where all are
 */
export async function verifyFiles(hashes: Record<string, string>): Promise<string | null> {
  const found = await Promise.all(Object.entries(hashes).map(([path, hash]) => verify(path, hash)));
  return found.find((sentence) => sentence !== null) ?? null;
}

function verify(path: string, hash: string): Promise<string | null> {
  return new Promise((resolve) => {
    const name = basename(path);
    const worker = new Worker(new URL('./hash-thread.js', import.meta.url), {
      workerData: path,
      name: 'beit2 checkpoint hash',
      execArgv: [], // some options of node, such as --input-type, are for the main script alone
    });
    worker.once('message', (own: string) => resolve(own === hash ? null : `${name} does not match its hash`));
    worker.once('error', (error) => resolve(`${name} cannot be read (${error.message})`));
  });
}
