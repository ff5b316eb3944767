/**
 * File names as text without loss. A system's names are bytes; most are UTF-8. A byte that is not stands in a string as a lone surrogate,
 * U+DC80 to U+DCFF, as Python does it, so that the file can be opened again and `escaped` shows the byte.
 */
const escapes = /[\udc80-\udcff]/;
const loneEscape = /(?<![\ud800-\udbff])[\udc80-\udcff]/g;
const notAscii = /[^\0-\x7f]/;

/** A name from its bytes. */
export function nameFromBytes(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? escapedText(bytes) : text;
}

/** A name from its bytes, each given as the character of that code. */
export function nameFromLatin1(text: string): string {
  return notAscii.test(text) ? nameFromBytes(Buffer.from(text, 'latin1')) : text;
}

/** The bytes of a name; the name itself where it is plain text, which the file functions of Node take as well. */
export function fileNameOf(name: string): string | Buffer {
  return escapes.test(name) && name.search(loneEscape) >= 0 ? bytesOf(name) : name;
}

/** The bytes of a name. */
export function nameBytes(name: string): Buffer {
  const file = fileNameOf(name);
  return typeof file === 'string' ? Buffer.from(file) : file;
}

function bytesOf(name: string): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  for (const { index } of name.matchAll(loneEscape)) {
    parts.push(Buffer.from(name.slice(from, index)), Buffer.of(name.charCodeAt(index) & 0xff));
    from = index + 1;
  }
  return Buffer.concat([...parts, Buffer.from(name.slice(from))]);
}

/** Bytes of which not all are UTF-8. */
function escapedText(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes[at] ?? 0);
    const piece = bytes.toString('utf8', at, at + length);
    const isWhole = at + length <= bytes.length && Buffer.byteLength(piece) === length;
    if (isWhole && (!piece.includes('\ufffd') || bytes.indexOf('\ufffd', at) === at)) {
      text += piece;
      at += length;
    } else text += String.fromCharCode(0xdc00 + (bytes[at++] ?? 0));
  }
  return text;
}

/** Bytes of the UTF-8 sequence that begins with `first`. */
function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}
