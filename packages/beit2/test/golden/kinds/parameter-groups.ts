/** What the training kinds share: parameter groups, and their check against the reference's. */
import type { nn } from '@beit2/torch';
import { expect } from 'vitest';

import { type ParameterGroup, parameterGroups } from '#beit2/train/optimizer-groups.js';

import type { GoldenCase } from '../case.js';

export function groupsOf(
  model: nn.Module,
  weightDecay: number,
  layerDecay?: { decay: number; depth: number },
): ParameterGroup[] {
  return parameterGroups(model.namedParameters(), { weightDecay, layerDecay });
}

/** Asserts that every parameter has the weight decay and the learning-rate factor of the stored groups. */
export function expectGroups(golden: GoldenCase, model: nn.Module, groups: readonly ParameterGroup[]): void {
  const stored = golden.json.parameter_groups;
  const wanted = (typeof stored === 'string' ? JSON.parse(stored) : stored) as Record<
    string,
    { weight_decay: number; lr_scale: number }
  >;
  const names = new Map(model.namedParameters().map(([name, parameter]) => [parameter, name]));
  const got = groups.flatMap(({ params, weightDecay, lrScale }) =>
    params.map(
      (parameter) => [names.get(parameter) ?? '?', { weight_decay: weightDecay, lr_scale: lrScale }] as const,
    ),
  );
  expect(Object.fromEntries(got.map(([name, { weight_decay }]) => [name, weight_decay]))).toEqual(
    Object.fromEntries(Object.entries(wanted).map(([name, { weight_decay }]) => [name, weight_decay])),
  );
  for (const [name, { lr_scale }] of got)
    expect(lr_scale, name).toBeCloseTo(wanted[name]?.lr_scale ?? NaN, 12);
}
