/** The weights of a vision transformer as those of a tokenizer's encoder. */
import { UserError } from '../errors.js';
import { splitRows } from '../formats/derived-tensors.js';
import type { KeyNote, Renamed, StateDict } from '../model/weights/key-maps.js';
import { positionOf } from './networks.js';
import type { OpenedWeights } from './open-weights.js';

const ofTheEncoder = /^(cls_token$|pos_embed$|patch_embed\.|blocks\.|norm\.|fc_norm\.)/;
const jointBias = /^(blocks\.\d+\.attn\.)qkv\.bias$/;

/**
 * Puts `encoder.` in front of the keys. The bias of the attention keys is left out: it adds the same to all logits of a query.
 * @throws UserError where the network is another than a tokenizer's encoder: with relative positions, layer scale or another activation
 */
export function asTokenizerEncoder<W extends OpenedWeights>(weights: W): W {
  const { reference, title, tensors, card } = weights;
  const differs = [
    ...(positionOf(weights) === 'absolute' ? [] : ['relative positions']),
    ...(tensors.has('blocks.0.gamma_1') ? ['layer scale'] : []),
    ...(card.activation === 'gelu' ? [] : [`the activation ${card.activation}`]),
  ];
  if (differs.length > 0) {
    throw new UserError(
      `${reference} holds ${title} with ${differs.join(' and ')}, which a tokenizer's encoder does not have: ` +
        'start from a tokenizer or a plain vision transformer.',
    );
  }
  const { tensors: own, notes } = renamed(tensors);
  return { ...weights, tensors: own, notes: followed(weights.notes, notes) };
}

function renamed(tensors: StateDict): Renamed {
  const own: StateDict = new Map();
  const notes: KeyNote[] = [];
  // Both norms see each token alone, so that the one after all blocks serves where a mean was taken.
  const normTo = tensors.has('fc_norm.weight') ? 'norm.' : 'encoder.fc_norm.';
  for (const [key, tensor] of tensors) {
    const block = jointBias.exec(key)?.[1];
    if (block !== undefined) {
      const [query, , value] = splitRows(tensor, 3);
      const to = ['q_bias', 'v_bias'].map((name) => `encoder.${block}${name}`);
      if (query) own.set(to[0] ?? '', query);
      if (value) own.set(to[1] ?? '', value);
      notes.push({ key, fate: 'split', to, why: 'a bias of the attention keys changes nothing' });
      continue;
    }
    const to = key.startsWith('norm.')
      ? normTo + key.slice('norm.'.length)
      : ofTheEncoder.test(key)
        ? `encoder.${key}`
        : key;
    own.set(to, tensor);
    notes.push(to === key ? { key, fate: 'kept' } : { key, fate: 'renamed', to: [to] });
  }
  return { tensors: own, notes };
}

/** Notes of the file's own keys with what became of them here. */
function followed(before: readonly KeyNote[], after: readonly KeyNote[]): KeyNote[] {
  const next = new Map(after.map((note) => [note.key, note]));
  return before.map((note) => {
    const { fate, to, why } = next.get(note.to?.[0] ?? note.key) ?? {};
    return fate === undefined || fate === 'kept'
      ? note
      : { key: note.key, fate, ...(to && { to }), ...(why !== undefined && { why }) };
  });
}
