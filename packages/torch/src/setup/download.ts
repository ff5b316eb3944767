import type { Log } from './cache.js';
/** minimal for now */
export async function downloadArchive(_folder: string, _log: Log): Promise<{ archive: string } | { problem: string }> {
  return Promise.resolve({ problem: 'no archive yet' });
}
