const zero = 48;
const nine = 57;

/** Compares two strings with runs of digits by their value (`img2` before `img10`), the rest by code unit, on any machine alike. */
export function compareNaturally(a: string, b: string): number {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(j);
    if (!isDigit(x) || !isDigit(y)) {
      if (x !== y) return x - y;
      i++;
      j++;
      continue;
    }
    const startA = skipZeros(a, i);
    const startB = skipZeros(b, j);
    i = skipDigits(a, startA);
    j = skipDigits(b, startB);
    if (i - startA !== j - startB) return i - startA - (j - startB); // more digits, larger number
    const [left, right] = [a.slice(startA, i), b.slice(startB, j)];
    if (left !== right) return left < right ? -1 : 1;
  }
  const rest = a.length - i - (b.length - j);
  if (rest !== 0) return rest;
  return a < b ? -1 : Number(a > b); // equal but for leading zeros
}

function isDigit(code: number): boolean {
  return code >= zero && code <= nine;
}

function skipZeros(text: string, from: number): number {
  let i = from;
  while (text.charCodeAt(i) === zero) i++;
  return i;
}

function skipDigits(text: string, from: number): number {
  let i = from;
  while (isDigit(text.charCodeAt(i))) i++;
  return i;
}
