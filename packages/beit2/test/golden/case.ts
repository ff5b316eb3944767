/** One golden case: what the official implementation computes from given weights and inputs, and how to compare with it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as torch from '@beit2/torch';
import { allFromRaw, fromRaw, type nn, type Tensor } from '@beit2/torch';
import { expect } from 'vitest';
import type { LazyTensor } from '@beit2/torch/safetensors';

import { openSafetensors } from '#beit2/formats/safetensors.js';

/** What every case's JSON has; a kind may have more beside it. */
interface CaseRecord extends Record<string, unknown> {
  kind: string;
  config: unknown;
  tolerance: Record<string, unknown>;
}

/** Absolute difference that always passes. */
const negligible = 1e-9;

/** A case NAME.json with NAME.safetensors beside it. Every expectation throws with the tensor's name and the error. */
export class GoldenCase {
  readonly json: CaseRecord;
  readonly #stored: Map<string, LazyTensor>;
  readonly #unread: Set<string>;

  constructor(
    readonly folder: string,
    readonly name: string,
  ) {
    this.json = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as CaseRecord;
    this.#stored = openSafetensors(join(folder, `${name}.safetensors`)).tensors;
    this.#unread = new Set(
      [...this.#stored.keys()].filter((key) => /^(out|grad|grad_large|after)\./.test(key)),
    );
  }

  /** Sizes and options of the case. */
  get config(): unknown {
    return this.json.config;
  }

  /** @throws Error for a name that the case does not have. */
  tensor(name: string): Tensor {
    const stored = this.#stored.get(name);
    if (!stored) throw new Error(`${this.name} has no tensor ${name}`);
    this.#unread.delete(name);
    return fromRaw(stored);
  }

  /** Tensors whose names start with `prefix`, still in the file, under what comes after the prefix. */
  stored(prefix: string): Map<string, LazyTensor> {
    const found = [...this.#stored].filter(([name]) => name.startsWith(prefix));
    return new Map(found.map(([name, tensor]) => [name.slice(prefix.length), tensor]));
  }

  /** The same as tensors: `weights.` gives a state dict. */
  below(prefix: string): Map<string, Tensor> {
    return allFromRaw(this.stored(prefix));
  }

  /** Results of the case that no test has read: what nothing was compared with. */
  unread(): string[] {
    return [...this.#unread];
  }

  /** Compares with the stored tensor of that name. */
  expectClose(name: string, got: Tensor): void {
    this.expectCloseTo(name, got, this.tensor(name));
  }

  /** Compares with `want`, a part of the stored tensor `name`, by that tensor's tolerance: max|got - want| / max|want|. */
  expectCloseTo(name: string, got: Tensor, want: Tensor): void {
    expect(got.shape, `shape of ${name}`).toEqual(want.shape);
    if (!want.dtype.includes('float')) {
      expect(got.tolist(), name).toEqual(want.tolist());
      return;
    }
    const [a, b] = [numbersOf(got), numbersOf(want)];
    this.#expectError(
      name,
      maxDifference(a, b) / maxDifference(b, new Float64Array(b.length)),
      maxDifference(a, b),
    );
  }

  /** Compares the gradients of a model with all stored below `prefix`; for `grad.` the model has no others. */
  expectGradients(model: nn.Module, prefix = 'grad.'): void {
    const got = new Map(model.namedParameters().map(([name, { grad }]) => [name, grad]));
    const wanted = this.stored(prefix);
    if (prefix === 'grad.') {
      const names = [...got].filter(([, grad]) => grad !== null).map(([name]) => name);
      expect(names.sort(), `parameters with a gradient`).toEqual([...wanted.keys()].sort());
    }
    for (const name of wanted.keys()) {
      const grad = got.get(name);
      if (!grad) throw new Error(`${this.name}: ${name} has no gradient`);
      this.expectClose(prefix + name, grad);
    }
  }

  /** Compares the change of every tensor stored below `after.`: norm(got - want) / norm(want - weights). */
  expectAfter(state: ReadonlyMap<string, Tensor>): void {
    const starts = this.below('weights.');
    for (const key of this.stored('after.').keys()) {
      const want = this.tensor(`after.${key}`);
      const got = state.get(key);
      if (!got) throw new Error(`${this.name}: the model has no ${key}`);
      const start = starts.get(key);
      const changed =
        start?.shape.join() === want.shape.join() ? distance(numbersOf(want), numbersOf(start)) : 0;
      if (changed === 0) {
        this.expectCloseTo(`after.${key}`, got, want);
        continue;
      }
      expect(got.shape, `shape of ${key}`).toEqual(want.shape);
      const [a, b] = [numbersOf(got), numbersOf(want)];
      this.#expectError(`after.${key}`, distance(a, b) / changed, maxDifference(a, b));
    }
  }

  #expectError(name: string, error: number, largest: number): void {
    const tolerance = this.#toleranceOf(name);
    const passes = error <= tolerance || largest <= negligible;
    if (!passes)
      expect.fail(`${this.name}: error of ${name} is ${error.toExponential(2)}, the tolerance ${tolerance}`);
  }

  /** Of the longest group that the name starts with. */
  #toleranceOf(name: string): number {
    const groups = Object.keys(this.json.tolerance).filter((group) => name.startsWith(group));
    const longest = groups.reduce((best, group) => (group.length > best.length ? group : best), '');
    const tolerance = this.json.tolerance[longest];
    if (typeof tolerance !== 'number') throw new Error(`${this.name} has no tolerance for ${name}`);
    return tolerance;
  }
}

/** Part `i` of a tensor with one part a step in front. */
export function step(tensor: Tensor, i: number): Tensor {
  return tensor.select(0, i);
}

/** Bytes as a picture in [0, 1], float32. */
export function fromBytes(bytes: Tensor): Tensor {
  return bytes.float().div(255);
}

/** Images in [0, 1] `[B, 3, H, W]` by ImageNet's mean and standard deviation. */
export function normalizeImagenet(images: Tensor): Tensor {
  const perChannel = (values: number[]): Tensor =>
    torch.tensor(values, { dtype: 'float32' }).view([1, 3, 1, 1]);
  return images.sub(perChannel([0.485, 0.456, 0.406])).div(perChannel([0.229, 0.224, 0.225]));
}

/** Compares float64 numbers of the JSON, each to 1e-12 of its value. */
export function expectNumbers(got: readonly number[], want: readonly number[], what: string): void {
  expect(got.length, what).toBe(want.length);
  for (const [i, value] of want.entries()) {
    const difference = Math.abs((got[i] ?? NaN) - value);
    if (!(difference <= 1e-12 * Math.abs(value)))
      expect.fail(`${what}: number ${i} is ${got[i]} instead of ${value}`);
  }
}

function numbersOf(tensor: Tensor): Float64Array {
  return tensor.detach().double().toTypedArray() as Float64Array;
}

function maxDifference(a: Float64Array, b: Float64Array): number {
  return a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - (b[i] ?? NaN))), 0);
}

function distance(a: Float64Array, b: Float64Array): number {
  return Math.sqrt(a.reduce((sum, value, i) => sum + (value - (b[i] ?? NaN)) ** 2, 0));
}
