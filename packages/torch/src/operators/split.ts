/** The type of calls that give some arguments by position and the others by name. */

/**
 * Argument lists that give the first few of the arguments in `Order` by position and the others, with the keyword-only
 * ones, in one object at the end. `Given` is always by position. All by position is not among them: that form has a
 * signature of its own, which reads better.
 * @example Split<[x: Tensor], { dim: number; keepdim?: boolean }, ['dim', 'keepdim']> takes
 * (x, { dim: 0 }), (x, { dim: 0, keepdim: true }), (x, 0, { keepdim: true })
 */
export type Split<
  Given extends unknown[],
  Named,
  Order extends readonly (keyof Named)[],
  KeywordOnly = unknown,
> = Order extends readonly [infer Next extends keyof Named, ...infer Rest extends readonly (keyof Named)[]]
  ? | [...Given, options: Pick<Named, Order[number]> & KeywordOnly]
    | Split<[...Given, Named[Next]], Named, Rest, KeywordOnly>
  : never;
