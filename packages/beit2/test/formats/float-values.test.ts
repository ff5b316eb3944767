/** Protects: 16-bit floats keep every value on the way to numbers and back, and rounding is to nearest even. */
import { fromFloat32, halfToNumber, numberToHalf, toFloat32 } from '#beit2/formats/float-values.js';
import { expect, test } from 'vitest';

test('every half is its own nearest half', () => {
  for (let bits = 0; bits < 65536; bits++) {
    const value = halfToNumber(bits);
    if (Number.isNaN(value)) expect(halfToNumber(numberToHalf(value))).toBeNaN();
    else expect(numberToHalf(value)).toBe(bits);
  }
});

test('known halves', () => {
  expect([0x3c00, 0xc100, 0x7bff, 0x0001, 0x7c00, 0x03ff].map(halfToNumber)).toEqual([
    1,
    -2.5,
    65504,
    2 ** -24,
    Infinity,
    1023 * 2 ** -24,
  ]);
  // Half-way cases go to the even neighbour; beyond the largest lies infinity.
  expect([1 + 2 ** -11, 1 + 3 * 2 ** -11, 65519, 65520, 2 ** -25, 1.5 * 2 ** -25].map(numberToHalf)).toEqual([
    0x3c00, 0x3c02, 0x7bff, 0x7c00, 0, 1,
  ]);
});

test.each(['float32', 'float64', 'float16', 'bfloat16'] as const)('%s there and back', (dtype) => {
  const values = Float32Array.of(0, -0, 1, -1.5, 3.140625, Infinity, 2 ** -14);
  const data = fromFloat32(values, dtype);
  expect(toFloat32({ dtype, shape: [7], data })).toEqual(values);
});

test('bfloat16 rounds to nearest even', () => {
  const data = fromFloat32(Float32Array.of(1 + 2 ** -8, 1 + 3 * 2 ** -8, NaN), 'bfloat16');
  const [low, high, nan] = toFloat32({ dtype: 'bfloat16', shape: [3], data });
  expect([low, high]).toEqual([1, 1 + 2 ** -6]);
  expect(nan).toBeNaN();
});
