/** Protects: RandAugment's operations are Pillow's bit for bit, and what is drawn depends on the counters alone. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  applyRandAugment,
  drawRandAugment,
  operationNames,
  type DrawnOperation,
} from '#beit2/data/augment/rand-augment.js';
import { drawErasing } from '#beit2/data/augment/random-erasing.js';
import { CounterRandom } from '#beit2/data/random.js';

interface Fixture {
  width: number;
  height: number;
  fill: [number, number, number];
  picture: string;
  cases: (DrawnOperation & { result: string })[];
}

const file = new URL('../../fixtures/augment/pillow.json', import.meta.url);
const { width, height, fill, picture, cases } = JSON.parse(readFileSync(file, 'utf8')) as Fixture;
const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'));
const options = { layers: 2, magnitude: 9, noise: 0.5 };

test.each(cases)('$name $argument gives the bytes of Pillow', ({ name, argument, result }) => {
  const data = bytes(picture);
  applyRandAugment({ width, height, data }, [{ name, argument }], fill);
  expect([...data]).toEqual([...bytes(result)]);
});

test('the fixture has every operation', () => {
  expect(new Set(cases.map(({ name }) => name))).toEqual(new Set(operationNames));
});

describe('what is drawn', () => {
  const drawn = Array.from({ length: 3000 }, (_, i) => drawRandAugment(new CounterRandom(3, i), options));

  test('is the same for the same counters and another for others', () => {
    expect(drawRandAugment(new CounterRandom(3, 0), options)).toEqual(drawn[0]);
    expect(new Set(drawn.map((operations) => JSON.stringify(operations))).size).toBeGreaterThan(1500);
  });

  test('applies each of two operations with probability 0.5, all of them as often', () => {
    const all = drawn.flat();
    expect(all.length / drawn.length).toBeCloseTo(1, 1);
    for (const name of operationNames) {
      const share = all.filter((operation) => operation.name === name).length / all.length;
      expect(Math.abs(share - 1 / 15), name).toBeLessThan(0.02);
    }
  });

  test('has strengths around magnitude 9 of 10, of both signs', () => {
    const degrees = drawn.flat().flatMap(({ name, argument }) => (name === 'rotate' ? [argument] : []));
    const mean = degrees.reduce((sum, value) => sum + Math.abs(value), 0) / degrees.length;
    expect(mean).toBeGreaterThan(26.3); // 27 degrees at magnitude 9
    expect(mean).toBeLessThan(27.5);
    expect(Math.max(...degrees)).toBeLessThanOrEqual(30);
    expect(degrees.filter((value) => value < 0).length / degrees.length).toBeCloseTo(0.5, 1);
  });

  test('without noise is exact: posterize keeps 1 bit, solarize starts at 26, solarizeAdd adds 99', () => {
    const exact = Array.from({ length: 500 }, (_, i) =>
      drawRandAugment(new CounterRandom(4, i), { ...options, noise: 0 }),
    ).flat();
    const argumentsOf = (name: string) =>
      new Set(exact.filter((operation) => operation.name === name).map(({ argument }) => argument));
    expect(argumentsOf('posterize')).toEqual(new Set([1]));
    expect(argumentsOf('solarize')).toEqual(new Set([26]));
    expect(argumentsOf('solarizeAdd')).toEqual(new Set([99]));
  });
});

test('random erasing: how often, how large, how long, and never over the edge', () => {
  const erasing = { probability: 0.25, area: [0.02, 1 / 3], aspect: [0.3, 10 / 3], count: 1 } as const;
  const boxes = Array.from({ length: 4000 }, (_, i) => drawErasing(new CounterRandom(5, i), erasing, 64));
  const erased = boxes.flat();
  expect(erased.length / boxes.length).toBeCloseTo(0.25, 1);
  for (const { top, left, width, height } of erased) {
    expect(Math.min(top, left, 64 - top - height, 64 - left - width)).toBeGreaterThanOrEqual(0);
    const area = (width * height) / 4096;
    expect(area).toBeGreaterThan(0.015);
    expect(area).toBeLessThan(0.35);
  }
});
