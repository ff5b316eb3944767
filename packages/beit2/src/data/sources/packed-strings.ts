import { nameBytes, nameFromBytes } from '../../files/file-names.js';

/** Many strings in shared memory: a million file names reach every worker thread without a copy. */
export class PackedStrings {
  readonly length: number;

  /** `text` is all strings in UTF-8 (names that are not: in their own bytes) one after the other, `ends[i]` where string i ends. */
  constructor(
    readonly text: Uint8Array<SharedArrayBuffer>,
    readonly ends: Float64Array<SharedArrayBuffer>,
  ) {
    this.length = ends.length;
  }

  static from(strings: Iterable<string>): PackedStrings {
    const builder = new StringsBuilder();
    for (const string of strings) builder.add(string);
    return builder.build();
  }

  /** From the same arrays in memory of their own. */
  static copied(text: Uint8Array, ends: Float64Array): PackedStrings {
    const shared = { text: new SharedArrayBuffer(text.length), ends: new SharedArrayBuffer(8 * ends.length) };
    const packed = new PackedStrings(new Uint8Array(shared.text), new Float64Array(shared.ends));
    packed.text.set(text);
    packed.ends.set(ends);
    return packed;
  }

  *[Symbol.iterator](): Generator<string, void, void> {
    for (let i = 0; i < this.length; i++) yield this.at(i);
  }

  at(index: number): string {
    const start = this.ends[index - 1] ?? 0;
    const end = this.ends[index] ?? start;
    return nameFromBytes(Buffer.from(this.text.buffer, start, end - start));
  }
}

/** Gathers numbers as they come, 8 bytes each. */
export class NumbersBuilder {
  length = 0;
  private numbers = new Float64Array(1 << 10);

  add(number: number): void {
    if (this.length === this.numbers.length) {
      const larger = new Float64Array(2 * this.length);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.length++] = number;
  }

  build(): Float64Array {
    return this.numbers.slice(0, this.length);
  }
}

/** Packs strings as they come, so that they need not all be held. */
export class StringsBuilder {
  private text = Buffer.allocUnsafeSlow(1 << 16);
  private size = 0;
  private readonly ends = new NumbersBuilder();

  get length(): number {
    return this.ends.length;
  }

  add(string: string): void {
    const bytes = nameBytes(string);
    if (this.size + bytes.length > this.text.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(2 * this.text.length, this.size + bytes.length));
      this.text.copy(larger, 0, 0, this.size);
      this.text = larger;
    }
    bytes.copy(this.text, this.size);
    this.size += bytes.length;
    this.ends.add(this.size);
  }

  build(): PackedStrings {
    return PackedStrings.copied(this.text.subarray(0, this.size), this.ends.build());
  }
}
