/** Bytes of remote files through the cache of blocks. */
import type { BlockCache } from './block-cache.js';
import type { OnWait } from './patience.js';
import { fetchRange, type RemoteState } from './remote-file.js';

/** Reads any part of remote files; close by parts come from one request. */
export class RemoteReader {
  constructor(
    private readonly cache: BlockCache,
    private readonly onWait?: OnWait,
  ) {}

  /** Bytes [start, start + length) of a file, which must lie within it. @throws UserError when the server cannot bring them */
  async read(state: RemoteState, start: number, length: number): Promise<Uint8Array> {
    const { cache, onWait } = this;
    if (!cache.keeps) return fetchRange(state, start, start + length, onWait);
    const [first, last] = [start, start + Math.max(1, length) - 1].map((at) =>
      Math.floor(at / cache.blockBytes),
    );
    const pieces: Promise<Uint8Array>[] = [];
    for (let number = first ?? 0; number <= (last ?? 0); number++) {
      const from = number * cache.blockBytes;
      const end = Math.min(state.size, from + cache.blockBytes);
      const at = Math.max(start, from);
      const count = Math.min(start + length, end) - at;
      const block = { file: `${state.address} ${state.size} ${state.tag}`, number, length: end - from };
      pieces.push(cache.read(block, at - from, count, () => fetchRange(state, from, end, onWait)));
    }
    const [one, ...more] = await Promise.all(pieces);
    return one && more.length === 0 ? one : Buffer.concat([...(one ? [one] : []), ...more]);
  }
}
