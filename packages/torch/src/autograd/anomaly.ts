/** Looking for the operator at fault when a backward pass fails or gives NaN. */
import { native } from '../native.js';
import { checkOptions, type OptionNames } from '../options.js';
import { refusePromise, type Synchronous } from '../synchronous.js';
import { expectFunction } from '../expect.js';

/** Options of setDetectAnomaly() and detectAnomaly(). */
export interface AnomalyOptions {
  /** Throw where the backward pass of an operator gives NaN. @default true */
  checkNan?: boolean;
}
const anomalyOptions: OptionNames<AnomalyOptions> = { checkNan: true };

const framesKept = 10;
const library = new URL('..', import.meta.url).pathname;

// JavaScript's stack above this library: called for every node that the forward pass records.
function userStack(): string {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = framesKept + 20;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = limit;
  const frames = stack.split('\n').slice(1);
  const own = frames.filter((frame) => !frame.includes(library) && !frame.includes('node:internal'));
  return own.slice(0, framesKept).join('\n');
}

/**
 * From now on every operator that is recorded remembers the JavaScript call it came from, and a backward pass that fails or gives
 * NaN names the operator and that call. It holds for all threads of the process, and costs much time: for looking, not for training.
 */
export function setDetectAnomaly(enabled: boolean, options: AnomalyOptions = {}): void {
  const { checkNan = true } = checkOptions('setDetectAnomaly', options, anomalyOptions);
  native.setAnomaly(enabled, checkNan, userStack);
}

/** Whether setDetectAnomaly() or detectAnomaly() is in force. */
export function isAnomalyEnabled(): boolean {
  return native.anomaly()[0];
}

/**
 * Runs `body` (forward and backward pass) as under setDetectAnomaly(true).
 * @throws Error for an async body.
 */
export function detectAnomaly<T>(body: () => Synchronous<T>, options: AnomalyOptions = {}): T {
  const { checkNan = true } = checkOptions('detectAnomaly', options, anomalyOptions);
  expectFunction('detectAnomaly', 'body', body);
  const [wasEnabled, checkedNan] = native.anomaly();
  native.setAnomaly(true, checkNan, userStack);
  try {
    return refusePromise<T>(
      body(),
      'autograd.detectAnomaly() takes a synchronous function: after an await it would have ended',
    );
  } finally {
    native.setAnomaly(wasEnabled, checkedNan, userStack);
  }
}
