/**
 * Python's pickle format, read without running anything: an opcode either makes a plain value or asks for a
 * name, and names are looked up in a table that the caller gives.
 * Protocols 2 to 5, binary opcodes: what `torch.save` writes.
 * @see https://github.com/python/cpython/blob/main/Lib/pickletools.py
 */
import { UserError } from '../../errors.js';
import type { ByteCursor } from '../byte-cursor.js';
import { printable } from '../../files/printable.js';

/**
 * A value of a pickle: None is null, dict a Map, list and tuple an array, set a Set, bytes a Uint8Array, an
 * integer beyond 2^53 a bigint; else what the functions of the table return.
 */
export type PickleValue = unknown;

/** What is wrong with the content of a pickle; `readPickle` says in which file and where. */
export class MalformedPickle extends Error {}

/** What is right in a pickle but not read here; `readPickle` says in which file. */
export class UnsupportedPickle extends Error {}

/** A function or class that a pickle may name. */
export class PickleFunction {
  constructor(
    readonly name: string,
    readonly call: (args: readonly PickleValue[]) => PickleValue,
  ) {}
}

/** A value that the pickle fills after making it. */
export abstract class Buildable {
  abstract build(state: PickleValue): void;
}

/**
 * A value of a class that is not known: nothing of it is read, and nothing is run. Its items, elements and attributes
 * are dropped as the pickle gives them.
 */
export class OpaqueValue extends Buildable {
  /** @param className of the class, such as `omegaconf.dictconfig.DictConfig` */
  constructor(readonly className: string) {
    super();
  }

  override build(): void {
    // dropped
  }
}

/** An object of a class of which only the attributes matter, such as `argparse.Namespace`. */
export class PickledObject extends Buildable {
  readonly attributes = new Map<PickleValue, PickleValue>();

  constructor(readonly className: string) {
    super();
  }

  override build(state: PickleValue): void {
    for (const part of Array.isArray(state) ? (state as PickleValue[]) : [state]) {
      if (part instanceof Map) for (const [name, value] of part) this.attributes.set(name, value);
    }
  }
}

/** What a pickle may ask for. */
export interface PickleNames {
  /** A PickleFunction or a constant. @throws UserError with the name for any that is not known */
  find(module: string, name: string): PickleValue;
  /** What an identifier of something outside the pickle stands for. */
  load(identifier: PickleValue): PickleValue;
}

/**
 * Reads one pickle; the cursor ends behind it.
 * @throws UserError where it is damaged or names what it must not
 */
export function readPickle(input: ByteCursor, names: PickleNames): PickleValue {
  const machine = new PickleMachine(input, names);
  let at = input.position;
  try {
    if (input.peek() !== protocolMark)
      throw new UnsupportedPickle('a pickle of protocol 0 or 1, or something else');
    for (;;) {
      at = input.position;
      const code = input.uint8();
      if (code === stop) return machine.pop();
      const operation = operations[code];
      if (!operation)
        throw new MalformedPickle(`0x${code.toString(16)} is not a pickle opcode that torch.save writes`);
      operation(machine);
    }
  } catch (error) {
    if (error instanceof UnsupportedPickle)
      throw new UserError(`${input.file.path} contains ${printable(error.message)}, which is not supported.`);
    if (!(error instanceof MalformedPickle)) throw error;
    throw new UserError(`${input.file.path} is damaged: ${printable(error.message)} (at byte ${at}).`);
  }
}

const stop = 0x2e;

/** First byte of a pickle of protocol 2 and later. */
const protocolMark = 0x80;

/** Memory for values that a pickle may ask for, bytes: each of its own bytes may stand for a few. */
const startAllowance = 2 ** 24;

/** Values on the stack: Python fills lists and dicts in batches of 1,000, and only tuples wait there whole. */
const deepestStack = 2 ** 18;

const allowancePerByte = 8;

/** What values take of it, roughly; strings and bytes take their length more. */
const costs = { slot: 8, text: 32, list: 40, dict: 200, memo: 64 };

class PickleMachine {
  /** Bytes that values may still take. */
  private allowance: number;
  private pushed = 0;
  private readonly stack: PickleValue[] = [];
  private readonly marks: number[] = [];
  private readonly memo = new Map<number, PickleValue>();

  constructor(
    readonly input: ByteCursor,
    readonly names: PickleNames,
  ) {
    this.allowance = startAllowance + allowancePerByte * (input.end - input.position);
  }

  /** @throws UserError where the values would take much more memory than the pickle is long */
  charge(bytes: number): void {
    this.allowance -= bytes;
    if (this.allowance < 0) throw this.tooMuch();
  }

  private tooMuch(): UserError {
    return new UserError(
      `${this.input.file.path} is refused: its values would need far more memory than the file's size.`,
    );
  }

  push(value: PickleValue): void {
    this.charge(costs.slot);
    if (this.stack.length === deepestStack) throw this.tooMuch();
    this.stack.push(value);
    this.pushed += 1;
  }

  /** Pushes a value that takes memory of its own. */
  pushNew(value: PickleValue, cost: number): void {
    this.charge(cost);
    this.push(value);
  }

  pop(): PickleValue {
    if (this.stack.length <= (this.marks.at(-1) ?? 0))
      throw new MalformedPickle('the pickle takes a value from an empty stack');
    return this.stack.pop();
  }

  peek(): PickleValue {
    if (this.stack.length <= (this.marks.at(-1) ?? 0))
      throw new MalformedPickle('the pickle takes a value from an empty stack');
    return this.stack.at(-1);
  }

  mark(): void {
    this.charge(costs.slot);
    this.marks.push(this.stack.length);
  }

  popToMark(): PickleValue[] {
    const start = this.marks.pop();
    if (start === undefined) throw new MalformedPickle('the pickle closes a group that it did not open');
    return this.stack.splice(start);
  }

  /** Pops the last `count` values, in the order they were pushed. */
  popMany(count: number): PickleValue[] {
    return Array.from({ length: count }, () => this.pop()).reverse();
  }

  remember(index: number): void {
    this.charge(costs.memo);
    if (this.memo.size >= this.pushed) throw this.tooMuch(); // Python notes each value once
    this.memo.set(index, this.peek());
  }

  rememberNext(): void {
    this.remember(this.memo.size);
  }

  recall(index: number): void {
    if (!this.memo.has(index))
      throw new MalformedPickle(`the pickle recalls value ${index}, which it did not store`);
    this.push(this.memo.get(index));
  }

  append(values: PickleValue[]): void {
    const list = this.peek();
    if (list instanceof OpaqueValue) return;
    if (!Array.isArray(list)) throw new MalformedPickle('the pickle appends to something that is not a list');
    for (const value of values) list.push(value);
  }

  addToSet(values: PickleValue[]): void {
    const set = this.peek();
    if (set instanceof OpaqueValue) return;
    if (!(set instanceof Set)) throw new MalformedPickle('the pickle adds to something that is not a set');
    for (const value of values) set.add(value);
  }

  setItems(items: PickleValue[]): void {
    const dict = this.peek();
    if (dict instanceof OpaqueValue) return;
    if (!(dict instanceof Map) || items.length % 2 !== 0)
      throw new MalformedPickle('the pickle sets items of something that is not a dict');
    for (let i = 0; i < items.length; i += 2) dict.set(items[i], items[i + 1]);
  }

  call(): void {
    const [callee, args] = this.popMany(2);
    if (!(callee instanceof PickleFunction) || !Array.isArray(args)) {
      throw new MalformedPickle('the pickle calls something that is not a function');
    }
    // A function may copy what it is given, which the pickle can hand to it again and again.
    for (const arg of args as PickleValue[]) this.charge(costs.slot * sizeOf(arg));
    this.push(callee.call(args));
  }

  build(): void {
    const state = this.pop();
    const target = this.peek();
    if (target instanceof Buildable) {
      for (const part of Array.isArray(state) ? (state as PickleValue[]) : [state])
        this.charge(costs.slot * sizeOf(part));
      target.build(state);
    }
    // A dict's or tensor's own attributes (such as a state dict's _metadata) carry no values.
    else if (typeof target !== 'object' || target === null)
      throw new MalformedPickle('the pickle sets attributes of a plain value');
  }

  find(module: PickleValue, name: PickleValue): void {
    if (typeof module !== 'string' || typeof name !== 'string')
      throw new MalformedPickle('the pickle uses a name that is not text');
    this.push(this.names.find(module, name));
  }

  /** A little-endian two's complement integer of so many bytes. */
  long(length: number): void {
    if (length > 1024) throw new MalformedPickle(`the pickle has an integer of ${length} bytes`);
    const bytes = Buffer.from(this.input.take(length)).reverse();
    const value = length === 0 ? 0n : BigInt.asIntN(8 * length, BigInt(`0x${bytes.toString('hex')}`));
    this.push(Number.isSafeInteger(Number(value)) ? Number(value) : value);
  }
}

/** Elements of a value, or its length. */
function sizeOf(value: PickleValue): number {
  if (Array.isArray(value) || typeof value === 'string' || value instanceof Uint8Array) return value.length;
  return value instanceof Map || value instanceof Set ? value.size : 1;
}

type Operation = (machine: PickleMachine) => void;

const pushBytes = (machine: PickleMachine, length: number): void =>
  machine.pushNew(machine.input.take(length).slice(), costs.text + length);
const pushText = (machine: PickleMachine, length: number): void =>
  machine.pushNew(machine.input.text(length), costs.text + length);

/** By opcode; the comments are the names of Python's pickletools. */
const operations: Record<number, Operation> = {
  0x80: (m) => void m.input.uint8(), // PROTO
  0x95: (m) => void m.input.uint64(), // FRAME
  0x28: (m) => m.mark(), // MARK
  0x30: (m) => void m.pop(), // POP
  0x31: (m) => void m.popToMark(), // POP_MARK
  0x32: (m) => m.push(m.peek()), // DUP

  0x4e: (m) => m.push(null), // NONE
  0x88: (m) => m.push(true), // NEWTRUE
  0x89: (m) => m.push(false), // NEWFALSE
  0x4a: (m) => m.push(m.input.int32()), // BININT
  0x4b: (m) => m.push(m.input.uint8()), // BININT1
  0x4d: (m) => m.push(m.input.uint16()), // BININT2
  0x8a: (m) => m.long(m.input.uint8()), // LONG1
  0x8b: (m) => m.long(m.input.uint32()), // LONG4
  0x47: (m) => m.push(m.input.float64BigEndian()), // BINFLOAT

  0x54: (m) => pushText(m, m.input.uint32()), // BINSTRING
  0x55: (m) => pushText(m, m.input.uint8()), // SHORT_BINSTRING
  0x58: (m) => pushText(m, m.input.uint32()), // BINUNICODE
  0x8c: (m) => pushText(m, m.input.uint8()), // SHORT_BINUNICODE
  0x8d: (m) => pushText(m, m.input.uint64()), // BINUNICODE8
  0x42: (m) => pushBytes(m, m.input.uint32()), // BINBYTES
  0x43: (m) => pushBytes(m, m.input.uint8()), // SHORT_BINBYTES
  0x8e: (m) => pushBytes(m, m.input.uint64()), // BINBYTES8
  0x96: (m) => pushBytes(m, m.input.uint64()), // BYTEARRAY8

  0x5d: (m) => m.pushNew([], costs.list), // EMPTY_LIST
  0x61: (m) => m.append([m.pop()]), // APPEND
  0x65: (m) => m.append(m.popToMark()), // APPENDS
  0x6c: (m) => m.pushNew(m.popToMark(), costs.list), // LIST
  0x29: (m) => m.pushNew([], costs.list), // EMPTY_TUPLE
  0x85: (m) => m.pushNew(m.popMany(1), costs.list), // TUPLE1
  0x86: (m) => m.pushNew(m.popMany(2), costs.list), // TUPLE2
  0x87: (m) => m.pushNew(m.popMany(3), costs.list), // TUPLE3
  0x74: (m) => m.pushNew(m.popToMark(), costs.list), // TUPLE
  0x7d: (m) => m.pushNew(new Map(), costs.dict), // EMPTY_DICT
  0x73: (m) => m.setItems(m.popMany(2)), // SETITEM
  0x75: (m) => m.setItems(m.popToMark()), // SETITEMS
  0x8f: (m) => m.pushNew(new Set(), costs.dict), // EMPTY_SET
  0x90: (m) => m.addToSet(m.popToMark()), // ADDITEMS
  0x91: (m) => m.pushNew(new Set(m.popToMark()), costs.dict), // FROZENSET

  0x68: (m) => m.recall(m.input.uint8()), // BINGET
  0x6a: (m) => m.recall(m.input.uint32()), // LONG_BINGET
  0x71: (m) => m.remember(m.input.uint8()), // BINPUT
  0x72: (m) => m.remember(m.input.uint32()), // LONG_BINPUT
  0x94: (m) => m.rememberNext(), // MEMOIZE

  0x63: (m) => m.find(m.input.line(), m.input.line()), // GLOBAL
  0x93: (m) => {
    const [module, name] = m.popMany(2);
    m.find(module, name);
  }, // STACK_GLOBAL
  0x52: (m) => m.call(), // REDUCE
  0x81: (m) => m.call(), // NEWOBJ
  0x62: (m) => m.build(), // BUILD
  0x51: (m) => m.push(m.names.load(m.pop())), // BINPERSID
};
