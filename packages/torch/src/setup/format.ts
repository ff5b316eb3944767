/** Time since `started` (a `performance.now()`), as `12.3 s`. */
export function seconds(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
