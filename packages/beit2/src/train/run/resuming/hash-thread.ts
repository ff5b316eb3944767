/** A thread that hashes one file. */
import { parentPort, workerData } from 'node:worker_threads';
import { hashFile } from '../../../files/durable-files.js';

parentPort?.postMessage(hashFile(workerData as string));
