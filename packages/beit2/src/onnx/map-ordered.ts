/**
 * Applies `work` to items as they come, `atOnce` of them under way at a time, and yields the results in order, each as soon as
 * it is there; `undefined` is left out. The source is asked for the next item only when there is room for it. Runs in a browser too.
 */
export async function* mapOrdered<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  atOnce: number,
  work: (item: T, index: number) => Promise<R | undefined>,
): AsyncGenerator<R, void, void> {
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const underWay: Promise<R | undefined>[] = [];
  let next: Promise<IteratorResult<T>> | null = null;
  let count = 0;
  let ended = false;
  try {
    for (;;) {
      if (!ended && underWay.length < atOnce) next ??= Promise.resolve(iterator.next());
      const [first] = underWay;
      if (!first && !next) return;
      if (!next || (first && (await isFirst(first, next)))) {
        const result = await first;
        void underWay.shift();
        if (result !== undefined) yield result;
        continue;
      }
      const step = await next;
      next = null;
      if (step.done === true) ended = true;
      else {
        const result = work(step.value, count++);
        result.catch(() => undefined); // reported when its turn comes
        underWay.push(result);
      }
    }
  } finally {
    // A source that waits for its next item cannot be ended before it has come.
    const end = ended ? undefined : iterator.return?.();
    if (!next) await end;
  }
}

/** Whether one promise is settled before another. */
function isFirst(one: Promise<unknown>, other: Promise<unknown>): Promise<boolean> {
  return Promise.race([
    one.then(
      () => true,
      () => true,
    ),
    other.then(
      () => false,
      () => false,
    ),
  ]);
}
