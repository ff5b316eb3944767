/** Text with names from a file in it, fit for a message: control characters escaped, long ones cut. */
export function printable(text: string): string {
  return escaped(text.length > 400 ? `${text.slice(0, 400)}…` : text);
}

/** Text with what would move a terminal's cursor or break the line shown as its code. */
export function escaped(text: string): string {
  return text.replace(/\p{C}|\p{Zl}|\p{Zp}/gu, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
}

/** A word of a command line, quoted where a shell would read it otherwise. */
export const shellWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
