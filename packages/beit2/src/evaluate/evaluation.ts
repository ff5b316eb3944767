/** Measurements of a model: one name is one measurement, while it trains and afterwards. */

/** One pass over images that yields each figure with its name, and returns what else it found. */
export type Evaluation<R> = AsyncGenerator<[name: string, value: number], R, void>;

/** Runs an evaluation. @returns its figures by name, and what it returned */
export async function measured<R>(
  evaluation: Evaluation<R>,
): Promise<{ figures: Record<string, number>; result: R }> {
  const figures: Record<string, number> = {};
  for (;;) {
    const { done, value } = await evaluation.next();
    if (done) return { figures, result: value };
    const [name, figure] = value;
    figures[name] = figure;
  }
}

/** Figures under the names that they have in a run's metrics: `loss` as `valLoss`. */
export function withPrefix(prefix: string, figures: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      value,
    ]),
  );
}
