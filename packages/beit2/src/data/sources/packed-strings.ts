/** Many strings in shared memory: a million file names reach every worker thread without a copy. */
export class PackedStrings {
  readonly length: number;

  /** `text` is all strings in UTF-8 one after the other, `ends[i]` where string i ends. */
  constructor(
    readonly text: Uint8Array<SharedArrayBuffer>,
    readonly ends: Float64Array<SharedArrayBuffer>,
  ) {
    this.length = ends.length;
  }

  static from(strings: readonly string[]): PackedStrings {
    const ends = new Float64Array(new SharedArrayBuffer(8 * strings.length));
    let size = 0;
    for (const [i, string] of strings.entries()) {
      size += Buffer.byteLength(string);
      ends[i] = size;
    }
    const text = new Uint8Array(new SharedArrayBuffer(size));
    const bytes = Buffer.from(text.buffer);
    let start = 0;
    for (const string of strings) start += bytes.write(string, start);
    return new PackedStrings(text, ends);
  }

  *[Symbol.iterator](): Generator<string, void, void> {
    for (let i = 0; i < this.length; i++) yield this.at(i);
  }

  at(index: number): string {
    const start = this.ends[index - 1] ?? 0;
    return Buffer.from(this.text.buffer).toString('utf8', start, this.ends[index]);
  }
}
