/**
 * Calls in PyTorch's order: what has a default may be given by position or by its name in an options object at the end,
 * as with the generated operators. What stands in Python behind a deprecated argument or after `*` is given by name.
 */
import { checkOptions, isPlainObject, type OptionNames } from '../options.js';
import { expectTensor } from '../expect.js';

/** Every way to split the optional arguments: the first so many by position, the others by name. */
type Split<O, Order extends readonly unknown[]> = Order extends readonly [
  infer First extends keyof O,
  ...infer Others,
]
  ? [options?: O] | [O[First], ...Split<Omit<O, First>, Others>]
  : [options?: O];

/** The arguments of a call with `Required` ones, those of `Order` by position or name, and the rest of `O` by name. */
export type Arguments<
  Required extends readonly unknown[],
  O extends object,
  Order extends readonly (keyof O)[],
> = [...Required, ...Split<O, Order>];

/** The arguments of a function or of constructors. */
export interface Signature<
  Required extends readonly unknown[],
  O extends object,
  Order extends readonly (keyof O)[],
> {
  /**
   * The required arguments and then one object with all optional ones that were given.
   * @param call Who was called: opens the message of what it throws.
   * @throws TypeError for too few arguments, too many, and unknown options.
   */
  readonly read: (call: string, args: Arguments<Required, O, Order>) => [...Required, O];
}

/** The arguments that a signature reads. */
export type ArgumentsOf<S> =
  S extends Signature<infer Required, infer O, infer Order> ? Arguments<Required, O, Order> : never;

/**
 * A signature with these required arguments and options, made by a second call:
 * `signature<[p: number], Options>()(1, ['byPosition'], { byNameOnly: true })`.
 */
export function signature<Required extends readonly unknown[], O extends object>() {
  return <const Order extends readonly (keyof O & string)[]>(
    required: Required['length'],
    order: Order,
    named: OptionNames<Omit<O, Order[number]>>,
  ): Signature<Required, O, Order> => ({
    read: (call, args) =>
      [...args.slice(0, required), readOptions(call, required, order, named, args)] as never,
  });
}

/**
 * A function whose last parameter, an object with the optional arguments, may be split into positions and names.
 * @param body Takes the required arguments and the options; its last parameter has no default.
 */
export function withOptions<
  Required extends readonly unknown[],
  O extends object,
  const Order extends readonly (keyof O & string)[],
  Result,
>(
  call: string,
  order: Order,
  named: OptionNames<Omit<O, Order[number]>>,
  body: (...args: [...Required, O]) => Result,
): (...args: Arguments<Required, O, Order>) => Result {
  const { read } = signature<Required, O>()(body.length - 1, order, named);
  return (...args) => {
    const given = read(call, args);
    // All functions with such arguments are of a tensor.
    expectTensor(call, 'the first argument', given[0]);
    return body(...given);
  };
}

function readOptions(
  call: string,
  required: number,
  order: readonly string[],
  named: object,
  args: readonly unknown[],
): object {
  if (args.length < required) {
    throw new TypeError(`${call}: expected at least ${required} arguments but received ${args.length}`);
  }
  const last = args.at(-1);
  const hasOptions = args.length > required && isPlainObject(last);
  const positional = args.slice(required, hasOptions ? -1 : undefined);
  if (positional.length > order.length) {
    const most = required + order.length;
    throw new TypeError(
      `${call}: expected at most ${most} arguments and an object with options but received ${args.length}`,
    );
  }
  const names = Object.fromEntries(
    [...order.slice(positional.length), ...Object.keys(named)].map((name) => [name, true]),
  );
  const options: Record<string, unknown> = hasOptions ? { ...checkOptions(call, last, names as never) } : {};
  positional.forEach((value, i) => {
    const name = order[i];
    if (name !== undefined) options[name] = value;
  });
  return options;
}
