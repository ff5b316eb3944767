/** Renames a state dict between our key names (the official ones), timm's and Hugging Face's, and reports every key. */
import type { LazyTensor } from '@beit2/torch/safetensors';
import { UserError } from '../../errors.js';
import { derived, joinRows, splitRows, transposed } from '../../formats/derived-tensors.js';
import { backbone, type Description, type Dialect, type ModelKind } from './detect.js';
import { beitRules, clipRules, dinov2Rules, vitRules, type KeyRule } from './key-rules.js';
import { gridOfTable, relativePositionIndex } from '../resize-positions.js';

/** What becomes of a tensor. */
export type Fate =
  'kept' | 'renamed' | 'joined' | 'split' | 'computed' | 'expanded' | 'interpolated' | 'dropped' | 'unknown';

/** One line of a report. */
export interface KeyNote {
  /** Key in the source; in the result where the tensor is computed. */
  key: string;
  fate: Fate;
  /** Keys in the result, where they differ. */
  to?: string[];
  why?: string;
}

export type StateDict = Map<string, LazyTensor>;

/** A state dict with other keys, and what became of each. */
export interface Renamed {
  tensors: StateDict;
  notes: KeyNote[];
}

/** Keys that no model here has, and why a load leaves them out. */
const neverWanted: [RegExp, string][] = [
  [/^(teacher|scaling|loss)/, 'used in training only'],
  [/^(text_model|text_projection|logit_scale)/, 'belongs to the text encoder'],
  [/position_ids$/, 'a constant'],
  [/^pooler\.dense\./, 'the pooler is not used'],
  [/^head\.(mlp|last_layer)\./, 'the projection head of the training'],
];

/** Keys of OpenAI's CLIP outside its image encoder. */
const clipText = /^(?!visual\.)/;

const rulesOf: Partial<Record<ModelKind, KeyRule[]>> = {
  pretrained: beitRules,
  classifier: beitRules,
  encoder: beitRules,
  dino: vitRules,
  dinov2: dinov2Rules,
  clip: clipRules,
};

/** Prefixes of Hugging Face's models around their encoder. */
const wrapper = /^(beit|vit|dinov2|dinov2_with_registers|vision_model)\.(?!.*\bblocks\.)/;

const computedIndex = 'computed from the grid size';

/** Replaces the first number between dots by a star: the template of a key, and the number. */
function toTemplate(key: string): { template: string; block: string } {
  const match = /\.(\d+)\./.exec(key);
  return match
    ? { template: key.replace(match[0], '.*.'), block: match[1] ?? '' }
    : { template: key, block: '' };
}

/** Whether a model of this kind has such a key among ours. */
export function isKnown(key: string, kind: ModelKind): boolean {
  const rules = rulesOf[kind];
  if (!rules || key.endsWith('relative_position_index')) return true;
  const { template } = toTemplate(key.replace(/^cls_pt_layers\./, 'blocks.').replace(/^cls_pt_/, ''));
  return rules.some(({ ours }) => ours === template);
}

/**
 * A state dict under our key names.
 * @param tensors as the file has them
 * @param description what `describeStateDict` says of them
 */
export function toOfficialKeys(tensors: StateDict, description: Description): Renamed {
  const { kept, notes } = dropUnwanted(tensors, description.kind);
  const rules = description.dialect === 'huggingface' ? rulesOf[description.kind] : undefined;
  if (!rules) {
    const tensors = new Map([...kept].map(([key, tensor]) => [key.replace(backbone, ''), tensor]));
    for (const key of kept.keys()) {
      const ours = key.replace(backbone, '');
      if (!isKnown(ours, description.kind)) notes.push({ key, fate: 'unknown' });
      else notes.push(ours === key ? { key, fate: 'kept' } : { key, fate: 'renamed', to: [ours] });
    }
    return { tensors, notes };
  }
  for (const key of kept.keys()) {
    if (!key.endsWith('relative_position_index')) continue;
    notes.push({ key, fate: 'dropped', why: computedIndex });
    kept.delete(key);
  }
  const byTheirs = new Map(rules.flatMap((rule) => rule.theirs.map((name) => [name, rule] as const)));
  const result: StateDict = new Map();
  const done = new Set<string>();
  const stripped = new Map([...kept].map(([key, tensor]) => [key.replace(wrapper, ''), { key, tensor }]));
  for (const [short, { key, tensor }] of stripped) {
    const { template, block } = toTemplate(short);
    const rule = byTheirs.get(template);
    const names = rule?.theirs.map((name) => name.replace('*', block)) ?? [];
    const parts = names.map((name) => stripped.get(name)?.tensor).filter((part) => part !== undefined);
    if (!rule || parts.length < names.length) {
      result.set(key, tensor);
      notes.push({
        key,
        fate: 'unknown',
        why: rule ? `the other parts of ${rule.ours.replace('*', block)} are missing` : undefined,
      });
      continue;
    }
    const ours = rule.ours.replace('*', block);
    notes.push({ key, fate: names.length > 1 ? 'joined' : 'renamed', to: [ours] });
    if (done.has(ours)) continue;
    done.add(ours);
    result.set(ours, names.length > 1 ? joinRows(parts) : rule.transposed ? transposed(tensor) : tensor);
  }
  return { tensors: result, notes };
}

function dropUnwanted(tensors: StateDict, kind: ModelKind): { kept: StateDict; notes: KeyNote[] } {
  const kept: StateDict = new Map();
  const notes: KeyNote[] = [];
  const isOpenAI = kind === 'clip' && [...tensors.keys()].some((key) => key.startsWith('visual.'));
  for (const [key, tensor] of tensors) {
    const why =
      neverWanted.find(([pattern]) => pattern.test(key))?.[1] ??
      (isOpenAI && clipText.test(key) ? 'belongs to the text encoder' : undefined);
    if (why === undefined) kept.set(key, tensor);
    else notes.push({ key, fate: 'dropped', why });
  }
  return { kept, notes };
}

/**
 * A state dict with our key names under those of another dialect.
 * @param tensors with our key names
 * @param kind which model it is
 * @throws UserError where that dialect has no such model
 */
export function fromOfficialKeys(tensors: StateDict, kind: ModelKind, dialect: Dialect): Renamed {
  const isBeit = kind === 'pretrained' || kind === 'classifier' || kind === 'encoder';
  if (dialect === 'official') return isBeit ? withIndexes(tensors) : unchanged(tensors);
  if (dialect === 'timm' && isBeit) return toTimm(tensors);
  const rules = dialect === 'huggingface' ? rulesOf[kind] : undefined;
  if (rules) return toHuggingFace(tensors, kind, rules);
  throw new UserError(
    `${dialect === 'timm' ? 'timm' : 'Hugging Face'} has no key names for this model: convert it to official or safetensors.`,
  );
}

function unchanged(tensors: StateDict): Renamed {
  return { tensors, notes: [...tensors.keys()].map((key) => ({ key, fate: 'kept' })) };
}

/** The official models keep the index of every table beside it. */
function withIndexes(tensors: StateDict): Renamed {
  const { notes } = unchanged(tensors);
  const result: StateDict = new Map();
  for (const [key, tensor] of tensors) {
    result.set(key, tensor);
    const indexKey = key.replace(/_bias_table$/, '_index');
    const grid = indexKey === key || tensors.has(indexKey) ? null : gridOfTable(tensor.shape[0] ?? 0);
    if (!grid) continue;
    const tokens = grid[0] * grid[1] + 1;
    result.set(
      indexKey,
      derived('int64', [tokens, tokens], () => new Uint8Array(relativePositionIndex(grid).buffer)),
    );
    notes.push({ key: indexKey, fate: 'computed', why: computedIndex });
  }
  return { tensors: result, notes };
}

/** What timm's and Hugging Face's models leave out. */
const pretrainingOnly: [RegExp, string][] = [
  [/^cls_pt_/, 'the patch-aggregation branch is used in pretraining only'],
];
const timmLacks: [RegExp, string][] = [
  ...pretrainingOnly,
  [/^(mask_token$|lm_head\.)/, 'used in pretraining only'],
  [/relative_position_index$/, computedIndex],
];

/** timm's BEiT has the official key names, without indexes, with a table in each block. */
function toTimm(tensors: StateDict): Renamed {
  const sharedTable = 'rel_pos_bias.relative_position_bias_table';
  const result: StateDict = new Map();
  const notes: KeyNote[] = [];
  const depth = new Set([...tensors.keys()].map((key) => /^blocks\.(\d+)\./.exec(key)?.[1])).size;
  for (const [key, tensor] of tensors) {
    const why = timmLacks.find(([pattern]) => pattern.test(key))?.[1];
    if (why !== undefined) {
      notes.push({ key, fate: 'dropped', why });
    } else if (key === sharedTable) {
      const to = [...Array(depth - 1).keys()].map(
        (block) => `blocks.${block}.attn.relative_position_bias_table`,
      );
      for (const name of to) result.set(name, tensor);
      notes.push({ key, fate: 'expanded', to, why: 'each block has its own table in that library' });
    } else {
      result.set(key, tensor);
      notes.push({ key, fate: 'kept' });
    }
  }
  return { tensors: result, notes };
}

function toHuggingFace(tensors: StateDict, kind: ModelKind, rules: KeyRule[]): Renamed {
  const byOurs = new Map(rules.map((rule) => [rule.ours, rule]));
  const prefix = prefixOf(tensors, kind);
  const result: StateDict = new Map();
  const notes: KeyNote[] = [];
  for (const [key, tensor] of tensors) {
    const { template, block } = toTemplate(key);
    const rule = byOurs.get(template);
    if (!rule) {
      const lacking = [...pretrainingOnly, ...timmLacks].find(([pattern]) => pattern.test(key))?.[1];
      notes.push({ key, fate: 'dropped', why: lacking ?? 'Hugging Face has no such key' });
      continue;
    }
    const to = rule.theirs.map((name) => withPrefix(name.replace('*', block), kind, prefix));
    const parts =
      to.length > 1 ? splitRows(tensor, to.length) : [rule.transposed ? transposed(tensor) : tensor];
    parts.forEach((part, i) => result.set(to[i] ?? '', part));
    notes.push({ key, fate: to.length > 1 ? 'split' : 'renamed', to });
  }
  return { tensors: result, notes };
}

/** Hugging Face's models with a head hold their encoder under a name; a bare encoder has none. */
function prefixOf(tensors: StateDict, kind: ModelKind): string {
  switch (kind) {
    case 'clip':
      return 'vision_model.';
    case 'classifier':
    case 'pretrained':
      return 'beit.';
    case 'dino':
      return tensors.has('head.weight') ? 'vit.' : '';
    case 'dinov2': {
      const name = tensors.has('register_tokens') ? 'dinov2_with_registers' : 'dinov2';
      return tensors.has('head.weight') ? `${name}.` : '';
    }
    default:
      return '';
  }
}

function withPrefix(key: string, kind: ModelKind, prefix: string): string {
  const isBeside = /^(visual_projection|classifier|lm_head)\./.test(key);
  return isBeside || (kind === 'pretrained' && key.startsWith('layernorm.')) ? key : `${prefix}${key}`;
}
