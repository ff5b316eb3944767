/** A thread that checks one file. */
import { parentPort, workerData } from 'node:worker_threads';
import { hasChecksum } from '../../../files/checksum.js';

const { path, checksum } = workerData as { path: string; checksum: string };
parentPort?.postMessage(hasChecksum(path, checksum));
