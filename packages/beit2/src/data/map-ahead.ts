/** Applies `work` to 0 .. length - 1, `atOnce` of them under way at a time, and yields the results in order. */
export async function* mapAhead<T>(
  length: number,
  atOnce: number,
  work: (index: number) => Promise<T>,
): AsyncGenerator<T, void, void> {
  const underWay: Promise<T>[] = [];
  for (let index = 0; index < length || underWay.length > 0;) {
    while (index < length && underWay.length < atOnce) {
      const result = work(index++);
      result.catch(() => undefined); // reported when its turn comes
      underWay.push(result);
    }
    const first = underWay.shift();
    if (first) yield await first;
  }
}
