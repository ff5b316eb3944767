/** Which parameters share a learning rate and a weight decay (the reference's `optim_factory`). */
import { type nn, optim } from '@beit2/torch';
import type { Recipe } from '../config/schema.js';
import { ShardedAdamW } from './sharded-adamw.js';
import type { World } from './world.js';

/** Parameters with the same settings, as optim.AdamW takes them (a type, for its groups may have any keys). */
export type ParameterGroup = {
  name: string;
  params: nn.Parameter[];
  weightDecay: number;
  /** Whether the schedule's weight decay is for it, whatever that is now. */
  decays: boolean;
  /** Factor on the schedule's learning rate. */
  lrScale: number;
};

/** Options of parameterGroups(). */
export interface ParameterGroupOptions {
  /** Weight decay of what decays. */
  weightDecay: number;
  /** Learning rate by depth: layer l of L gets decay^(L + 1 - l). Left out, all get the same. */
  layerDecay?: { decay: number; depth: number } | undefined;
}

const tokensWithoutDecay = new Set(['cls_token', 'pos_embed']);

/** Whether a parameter decays: not biases, vectors, [CLS] and positions. Mask token and position tables do. */
function decays(name: string, parameter: nn.Parameter): boolean {
  const last = name.slice(name.lastIndexOf('.') + 1);
  return parameter.ndim > 1 && last !== 'bias' && !tokensWithoutDecay.has(last);
}

/**
 * Layer of a parameter for layer-wise decay: 0 for embedding and tokens, i + 1 for block i, depth + 1 for the rest
 * (head, last norm, a shared position table, the aggregation branch).
 */
export function layerOf(name: string, depth: number): number {
  if (/^(cls_token|mask_token|pos_embed|patch_embed)/.test(name)) return 0;
  const block = /^blocks\.(\d+)\./.exec(name);
  return block ? Number(block[1]) + 1 : depth + 1;
}

/** The trainable parameters of a model in groups. */
export function parameterGroups(
  parameters: Iterable<[string, nn.Parameter]>,
  { weightDecay, layerDecay }: ParameterGroupOptions,
): ParameterGroup[] {
  const groups = new Map<string, ParameterGroup>();
  for (const [name, parameter] of parameters) {
    if (!parameter.requiresGrad) continue;
    const layer = layerDecay ? layerOf(name, layerDecay.depth) : 0;
    const decay = decays(name, parameter);
    const key = `${layerDecay ? `layer ${layer}, ` : ''}${decay ? 'decay' : 'no decay'}`;
    let group = groups.get(key);
    if (!group) {
      const lrScale = layerDecay ? layerDecay.decay ** (layerDecay.depth + 1 - layer) : 1;
      group = { name: key, params: [], weightDecay: decay ? weightDecay : 0, decays: decay, lrScale };
      groups.set(key, group);
    }
    group.params.push(parameter);
  }
  return [...groups.values()];
}

/** AdamW over the groups of a model, with a recipe's settings; its state divided among the ranks where `shard` says so. */
export function openOptimizer(
  model: nn.Module,
  { lr, betas, eps, weightDecay, shard }: Recipe['optimizer'],
  world: World,
  layerDecay?: ParameterGroupOptions['layerDecay'],
): optim.AdamW {
  const groups = parameterGroups(model.namedParameters(), { weightDecay, layerDecay });
  const options = { lr, betas, eps };
  return shard && world.size > 1
    ? new ShardedAdamW(groups, options, world)
    : new optim.AdamW(groups, options);
}
