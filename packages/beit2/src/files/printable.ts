/** Text with names from a file in it, fit for a message: control characters escaped, long ones cut. */
export function printable(text: string): string {
  const cut = text.length > 400 ? `${text.slice(0, 400)}…` : text;
  // What would move a terminal's cursor or break the line is shown as its code.
  return cut.replace(/\p{C}|\p{Zl}|\p{Zp}/gu, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
}
