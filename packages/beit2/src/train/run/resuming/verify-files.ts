/** Checking the files of a checkpoint by other threads, while this one loads them. */
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * @param checksums of the files by their paths, see `hasChecksum`
 * @returns resolves to one sentence, without its subject, about a file that is not as it was written; null where all are
 */
export async function verifyFiles(checksums: Record<string, string>): Promise<string | null> {
  const found = await Promise.all(
    Object.entries(checksums).map(([path, checksum]) => verify(path, checksum)),
  );
  return found.find((sentence) => sentence !== null) ?? null;
}

function verify(path: string, checksum: string): Promise<string | null> {
  return new Promise((resolve) => {
    const name = basename(path);
    const worker = new Worker(new URL('./checksum-thread.js', import.meta.url), {
      workerData: { path, checksum },
      name: 'beit2 checkpoint check',
      execArgv: [], // some options of node, such as --input-type, are for the main script alone
    });
    worker.once('message', (isSame: boolean) =>
      resolve(isSame ? null : `${name} does not match its checksum`),
    );
    worker.once('error', (error) => resolve(`${name} cannot be read (${error.message})`));
  });
}
