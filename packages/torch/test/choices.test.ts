/**
 * The generator's table of strings that are a choice, held against libtorch: it refuses another string, its sentence lists
 * the values of the table where it lists any, and it takes each of them. A value missing here would be refused by the types
 * of a call that works, one too many would let a call compile that throws.
 */
import * as torch from '#torch/index.js';
import { describe, expect, it } from 'vitest';

import { choices } from '../generator/choices.js';

type Loose = Record<string, (...args: unknown[]) => unknown>;
const f = torch as unknown as Loose;

const x = torch.tensor([
  [2, 0.5, 0],
  [0.5, 3, 1],
  [0, 1, 4],
]);
const image = torch.ones([1, 1, 4, 4]);
const index = torch.zeros([3, 3], { dtype: 'int64' });

/** One call for each row of the table, by the row's parameter and operators. */
const calls: Record<string, (value: string) => unknown> = {
  'padding of ^conv[123]d$': (v) => f.conv2d?.(image, torch.ones([1, 1, 2, 2]), null, 1, v),
  'roundingMode of ^div(ide)?_?$': (v) => f.div?.(x, 2, { roundingMode: v }),
  'norm of ^fft_': (v) => f.fftFft?.(x, { norm: v }),
  'approximate of ^gelu(_|_backward)?$': (v) => f.gelu?.(x, { approximate: v }),
  'reduce of ^index_reduce_?$': (v) => f.indexReduce?.(x, 0, torch.tensor([0, 1, 2]), x, v),
  'UPLO of ^linalg_eig(h|valsh)$': (v) => f.linalgEigh?.(x, v),
  'p of ^linalg_cond$': (v) => f.linalgCond?.(x, v),
  'driver of ^linalg_lstsq$': (v) => f.linalgLstsq?.(x, x, { driver: v }),
  'ord of ^linalg_(matrix_)?norm$': (v) => f.linalgNorm?.(x, v),
  'mode of ^linalg_qr$': (v) => f.linalgQr?.(x, v),
  'driver of ^linalg_svd(vals)?$': (v) => f.linalgSvd?.(x, true, { driver: v }),
  'indexing of ^meshgrid$': (v) => f.meshgrid?.([torch.ones([2])], { indexing: v }),
  'interpolation of ^(nan)?quantile$': (v) => f.quantile?.(x, 0.5, { interpolation: v }),
  'mode of ^pad$': (v) => f.pad?.(image, [1, 1, 1, 1], v),
  'paddingSide of ^pad_sequence$': (v) => f.padSequence?.([x, x], { paddingSide: v }),
  'reduce of ^scatter_?$': (v) => f.scatter?.(x, 0, index, x, { reduce: v }),
  'reduce of ^scatter_reduce_?$': (v) => f.scatterReduce?.(x, 0, index, x, v),
  'side of ^searchsorted$': (v) => f.searchsorted?.(torch.tensor([1, 2]), torch.tensor([1]), { side: v }),
  'reduce of ^segment_reduce$': (v) =>
    f.segmentReduce?.(torch.ones([4]), v, { lengths: torch.tensor([2, 2]) }),
  'padMode of ^stft$': (v) =>
    f.stft?.(torch.ones([40]), 16, { window: torch.ones([16]), padMode: v, returnComplex: true }),
};

// Only a GPU has a choice of drivers for singular values.
const onlyOnGpu = 'driver of ^linalg_svd(vals)?$';

function refusalOf(call: () => unknown): string | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** The values that a sentence of libtorch lists; none where it only repeats the wrong one. */
function listed(sentence: string): string[] {
  const list =
    /(?:one of|either|argument to be|only be)\s+\(?(.+?)\)?(?:,? but|, got|\.?$)/.exec(sentence)?.[1] ?? '';
  return list
    .split(/,? or |, /)
    .map((value) => value.replace(/ \(default\)/, '').replace(/^["']|["']$/g, ''))
    .filter((value) => value !== '' && value !== 'null');
}

describe('values of strings that are a choice', () => {
  it('has a call for each row', () => {
    expect(choices.map(({ parameter, operators }) => `${parameter} of ${operators.source}`).sort()).toEqual(
      Object.keys(calls).sort(),
    );
  });

  it.each(choices.map((choice) => [`${choice.parameter} of ${choice.operators.source}`, choice] as const))(
    '%s',
    (key, { values }) => {
      const call = calls[key];
      if (!call) throw new Error(`no call for ${key}`);
      const sentence = refusalOf(() => call('anything'));
      expect(sentence).toBeDefined();
      for (const value of listed(sentence ?? '')) expect(values).toContain(value);
      if (key === onlyOnGpu) return;
      for (const value of values) expect([value, refusalOf(() => call(value))]).toEqual([value, undefined]);
    },
  );
});
