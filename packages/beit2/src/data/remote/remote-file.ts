/** A file on a server, read by ranges. */
import { UserError } from '../../errors.js';
import { shownAddress } from './addresses.js';
import { patiently, patienceMs, stallMs, type OnWait } from './patience.js';
import { explainFailure, get, PassingError } from './requests.js';

/** What a file on a server is known again by. */
export interface RemoteState {
  address: string;
  size: number;
  /** The server's word for the version: ETag, else the time of the last change, else ''. */
  tag: string;
}

/** Milliseconds for the first answer: a mistyped host is told soon. */
const openingMs = 30_000;

/** A few bytes tell as much as one, and some servers take a range of one for none. */
const asked = 512;

/** Asks for size and version. @throws UserError when the file cannot be read, or not by ranges */
export async function askRemote(address: string, onWait?: OnWait): Promise<RemoteState> {
  const limitMs = Math.min(openingMs, patienceMs());
  const ask = (): Promise<RemoteState> => part({ address, size: 0, tag: '' }, 0, asked, () => undefined);
  return patiently(address, ask, { limitMs, onWait });
}

/**
 * Bytes [start, end) of a file; what arrived before a connection broke is kept.
 * @throws UserError when the server refuses, stays away, or the file is another one by now
 */
export async function fetchRange(
  state: RemoteState,
  start: number,
  end: number,
  onWait?: OnWait,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - start);
  let [got, before] = [0, 0];
  const take = (piece: Uint8Array): void => {
    bytes.set(piece, got);
    got += piece.length;
  };
  const rest = async (): Promise<void> => {
    if (got < bytes.length) await part(state, start + got, end, take);
  };
  const hasMoved = (): boolean => {
    const moved = got > before;
    before = got;
    return moved;
  };
  await patiently(state.address, rest, { hasMoved, onWait });
  return bytes;
}

/** One request for bytes [start, end), which go to `take` as they arrive; `known` is checked where its size is not 0. */
async function part(
  known: RemoteState,
  start: number,
  end: number,
  take: (piece: Uint8Array) => void,
): Promise<RemoteState> {
  const { address } = known;
  const stop = new AbortController();
  const silence = stallMs();
  const stalled = new PassingError(`nothing arrived for ${silence / 1000} s`);
  const timer = setTimeout(() => stop.abort(stalled), silence);
  try {
    const headers = { Range: `bytes=${start}-${end - 1}` }; // with which fetch asks for no compression
    const response = await get(address, headers, stop.signal);
    timer.refresh();
    const found = { address, size: totalSize(address, response, start, end), tag: tagOf(response) };
    if (known.size > 0) checkSame(known, found);
    let left = Math.min(end, found.size) - start;
    for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      timer.refresh();
      if (piece.length > left) throw new PassingError('the server sent more than was requested');
      take(piece);
      left -= piece.length;
    }
    if (left > 0) throw new PassingError(`the answer ended ${left} bytes early`);
    return found;
  } catch (error) {
    throw stop.signal.aborted ? stalled : explainFailure(shownAddress(address), error);
  } finally {
    clearTimeout(timer);
    stop.abort(stalled); // frees the connection of an answer that is not read to its end
  }
}

function checkSame(known: RemoteState, found: RemoteState): void {
  const hasTags = known.tag !== '' && found.tag !== '';
  if (hasTags ? known.tag === found.tag : known.size === found.size) {
    if (known.size === found.size) return;
    throw new PassingError(`the server reports ${found.size} bytes instead of ${known.size}`);
  }
  throw new UserError(
    `${shownAddress(known.address)} changed on the server since it was indexed: it had ${known.size} bytes, now ` +
      `${found.size}${known.size === found.size ? ' of another version' : ''}; index it again.`,
  );
}

/** The whole file's size by the answer to a range. */
function totalSize(address: string, response: Response, start: number, end: number): number {
  if (response.status !== 206) {
    throw new UserError(
      `${shownAddress(address)} cannot be read in parts: its server only sends whole files; copy the shards to a disk or to ` +
        'a server that supports range requests.',
    );
  }
  const range = response.headers.get('content-range') ?? '';
  const [, first, last, text] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(range) ?? [];
  const total = Number(text);
  if (Number(first) === start && Number(last) === Math.min(end, total) - 1) return total;
  throw new PassingError('the server sent the wrong part of the file');
}

function tagOf({ headers }: Response): string {
  return headers.get('etag') ?? headers.get('last-modified') ?? '';
}
