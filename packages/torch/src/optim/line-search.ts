/** A line search that meets the strong Wolfe conditions (Nocedal and Wright, Numerical Optimization, algorithms 3.5 and 3.6). */
import type { Tensor } from '../tensor.js';

/** A point on the line: its distance, and there the loss, the gradient and its share along the line. */
interface Point {
  t: number;
  loss: number;
  gradient: Tensor;
  slope: number;
}

/** What the search works on. */
export interface LineSearch {
  /** Loss and gradient at a distance. */
  at: (t: number) => { loss: number; gradient: Tensor };
  start: Point;
  /** First distance to try. */
  t: number;
  direction: Tensor;
  toleranceChange: number;
  maxEvaluations: number;
}

const sufficientDecrease = 1e-4;
const curvature = 0.9;

/** The point found, and how often the loss was computed. */
export function strongWolfe(search: LineSearch): Point & { evaluations: number } {
  const { at, start, direction, toleranceChange, maxEvaluations } = search;
  const look = (t: number): Point => {
    const { loss, gradient } = at(t);
    return { t, loss, gradient, slope: gradient.dot(direction).item() };
  };
  const isTooHigh = ({ t, loss }: Point): boolean => loss > start.loss + sufficientDecrease * t * start.slope;
  const isFlat = ({ slope }: Point): boolean => Math.abs(slope) <= -curvature * start.slope;

  let now = look(search.t);
  let evaluations = 1;
  let iteration = 0;
  let before = start;
  let bracket: Point[] | undefined;
  let isDone = false;
  for (; iteration < maxEvaluations; iteration++) {
    if (isTooHigh(now) || (iteration > 1 && now.loss >= before.loss)) bracket = [before, now];
    else if (isFlat(now)) {
      bracket = [now];
      isDone = true;
    } else if (now.slope >= 0) bracket = [before, now];
    if (bracket !== undefined) break;
    const next = cubicMinimum(before, now, [now.t + 0.01 * (now.t - before.t), now.t * 10]);
    before = now;
    now = look(next);
    evaluations++;
  }
  if (bracket === undefined) bracket = [start, now];

  const width = direction.abs().max().item();
  let isStuck = false;
  let [low, high] = (bracket[0] as Point).loss <= (bracket.at(-1) as Point).loss ? [0, 1] : [1, 0];
  for (; !isDone && iteration < maxEvaluations; iteration++) {
    const [a, b] = bracket as [Point, Point];
    if (Math.abs(b.t - a.t) * width < toleranceChange) break;
    const trial = inside(cubicMinimum(a, b), a.t, b.t, isStuck);
    isStuck = trial.isStuck;
    now = look(trial.t);
    evaluations++;
    const lowest = bracket[low] as Point;
    if (isTooHigh(now) || now.loss >= lowest.loss) {
      bracket[high] = now;
      [low, high] = (bracket[0] as Point).loss <= (bracket[1] as Point).loss ? [0, 1] : [1, 0];
      continue;
    }
    if (isFlat(now)) isDone = true;
    else if (now.slope * ((bracket[high] as Point).t - lowest.t) >= 0) bracket[high] = lowest;
    bracket[low] = now;
  }
  return { ...(bracket[low] as Point), evaluations };
}

/** A trial that is not too close to an end of the bracket twice running. */
function inside(t: number, a: number, b: number, wasStuck: boolean): { t: number; isStuck: boolean } {
  const [least, most] = [Math.min(a, b), Math.max(a, b)];
  const margin = 0.1 * (most - least);
  if (Math.min(most - t, t - least) >= margin) return { t, isStuck: false };
  if (!wasStuck && t < most && t > least) return { t, isStuck: true };
  const nearsTop = Math.abs(t - most) < Math.abs(t - least);
  return { t: nearsTop ? most - margin : least + margin, isStuck: false };
}

/** Where the cubic through two points with these slopes is least, within the bounds (by default the points). */
function cubicMinimum(a: Point, b: Point, bounds?: readonly [number, number]): number {
  const [least, most] = bounds ?? [Math.min(a.t, b.t), Math.max(a.t, b.t)];
  const d1 = a.slope + b.slope - (3 * (a.loss - b.loss)) / (a.t - b.t);
  const square = d1 * d1 - a.slope * b.slope;
  if (!(square >= 0)) return (least + most) / 2;
  const d2 = Math.sqrt(square);
  const [left, right] = a.t <= b.t ? [a, b] : [b, a];
  const t = right.t - (right.t - left.t) * ((right.slope + d2 - d1) / (right.slope - left.slope + 2 * d2));
  return Math.min(Math.max(t, least), most);
}
