/** Functions that must have done their work when they return. */

/** What a synchronous function may return: a promise does not fit, so that an `async` function does not compile. */
export type Synchronous<T> = T extends PromiseLike<unknown> ? 'a synchronous function is expected here' : T;

/** The result of a body that was to be synchronous. @throws Error with `sentence` for a promise. */
export function refusePromise<T>(result: Synchronous<T>, sentence: string): T {
  if (isThenable(result)) {
    // What an asynchronous body still does after this, and how it fails, is no concern of anyone: the Error says why.
    void Promise.resolve(result).catch(() => undefined);
    throw new Error(sentence);
  }
  return result as T;
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
