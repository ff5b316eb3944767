/** Trying again, with longer and longer waits, what a server or the way to it refuses for a while. */
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../../errors.js';
import { shownAddress } from './addresses.js';
import { explainFailure, PassingError } from './requests.js';

const defaultPatience = 600;

/** Milliseconds that a server may bring nothing before it is given up: BEIT2_REMOTE_PATIENCE, in seconds. */
export function patienceMs(): number {
  const text = process.env.BEIT2_REMOTE_PATIENCE;
  if (!text) return 1000 * defaultPatience;
  const seconds = Number(text);
  if (seconds > 0 && seconds <= 86_400) return 1000 * seconds;
  throw new UserError(
    `BEIT2_REMOTE_PATIENCE must be a number of seconds from 1 to 86400, not ${JSON.stringify(text)}.`,
  );
}

/** Milliseconds without a byte after which a connection counts as dead. */
export function stallMs(): number {
  return Math.min(30_000, patienceMs() / 5);
}

const [firstWait, longestWait] = [200, 30_000];

/** Told of a wait: what went wrong, and for how many seconds. */
export type OnWait = (sentence: string) => void;

/**
 * Repeats `attempt` until it succeeds; `hasMoved` says whether it brought something since it was asked last, which starts
 * the waiting anew.
 * @throws UserError when the patience is used up, or for what no repetition can mend
 */
export async function patiently<T>(
  address: string,
  attempt: () => Promise<T>,
  {
    limitMs = patienceMs(),
    hasMoved = () => false,
    onWait,
  }: {
    limitMs?: number;
    hasMoved?: () => boolean;
    onWait?: OnWait;
  } = {},
): Promise<T> {
  let since = Date.now();
  for (let tries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      const why = explainFailure(shownAddress(address), error);
      if (!(why instanceof PassingError)) throw why;
      if (hasMoved()) [tries, since] = [0, Date.now()];
      const backOff = Math.min(longestWait, firstWait * 2 ** tries) * (0.5 + Math.random() / 2);
      const wait = Math.max(why.waitMs, backOff);
      const left = since + limitMs - Date.now();
      if (wait > left) throw givenUp(address, why, tries + 1, since);
      if (wait >= longestLoudless)
        onWait?.(`${shownAddress(address)}: ${why.message}; trying again in ${Math.ceil(wait / 1000)} s.`);
      await sleep(wait);
    }
  }
}

/** Shorter waits are not worth a line. */
const longestLoudless = 2_000;

function givenUp(address: string, why: PassingError, tries: number, since: number): UserError {
  const asked = why.waitMs > 0 ? `, and asks to wait ${Math.ceil(why.waitMs / 1000)} s` : '';
  const seconds = Math.round((Date.now() - since) / 1000);
  return new UserError(
    `${shownAddress(address)} could not be read in ${tries} ${tries === 1 ? 'try' : 'tries'} over ${seconds} s: ${why.message}${asked}.`,
  );
}
