/** From live training objects to a checkpoint and back. */
import type { Generator, nn, optim, Tensor } from '@beit2/torch';
import * as torch from '@beit2/torch';
import { fromTorch, toTorch } from '../formats/tensors.js';
import type { Checkpoint, CheckpointState, Position, Tensors } from './checkpoint.js';

/** Everything that a run must find again to go on as if it had never stopped. */
export interface TrainingState {
  model: nn.Module;
  optimizer: optim.AdamW;
  /** Random generators that a step draws from, by name. */
  generators: Record<string, Generator>;
  /** Small JSON values of the stage, e.g. the loss scaler's and counters of the epoch under way. */
  values?: { get: () => Record<string, unknown>; set: (values: Record<string, unknown>) => void };
}

function toRaw(tensors: Map<string, Tensor>): Tensors {
  return new Map([...tensors].map(([name, tensor]) => [name, fromTorch(tensor)]));
}

function fromRaw(tensors: Tensors): Map<string, Tensor> {
  return new Map([...tensors].map(([name, raw]) => [name, toTorch(raw)]));
}

/** What `CheckpointStore.save` writes for `state`; tensors are copied out when their file is written. */
export function capture(
  position: Position,
  state: TrainingState,
): { state: CheckpointState; parts: Record<string, () => Tensors> } {
  const generators = Object.entries(state.generators).map(([name, generator]): [string, string] => [
    name,
    Buffer.from(fromTorch(generator.getState()).data).toString('base64'),
  ]);
  return {
    state: {
      ...position,
      generators: Object.fromEntries(generators),
      values: { optimizerGroups: state.optimizer.stateDict().groups, ...state.values?.get() },
    },
    parts: {
      model: () => toRaw(state.model.stateDict()),
      optimizer: () => toRaw(state.optimizer.stateDict().state),
    },
  };
}

/** Puts a checkpoint's values into live objects. @returns where the run goes on */
export function restore(checkpoint: Checkpoint, state: TrainingState): Position {
  const { generators, values, step, epoch, sample } = checkpoint.state;
  torch.scope(() => {
    state.model.loadStateDict(fromRaw(checkpoint.read('model')));
    const { optimizerGroups, ...own } = values;
    state.optimizer.loadStateDict({
      state: fromRaw(checkpoint.read('optimizer')),
      groups: optimizerGroups as ReturnType<optim.AdamW['stateDict']>['groups'],
    });
    for (const [name, generator] of Object.entries(state.generators)) {
      const saved = generators[name];
      if (saved !== undefined) generator.setState(torch.fromTypedArray(Buffer.from(saved, 'base64'), [-1]));
    }
    state.values?.set(own);
  });
  return { step, epoch, sample };
}
