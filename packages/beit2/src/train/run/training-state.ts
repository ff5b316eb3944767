/** From live training objects to a checkpoint and back. */
import type { Generator, nn, optim, Tensor } from '@beit2/torch';
import * as torch from '@beit2/torch';
import { allToTorch, fromTorch } from '../../formats/tensors.js';
import type { CheckpointState, RunCheckpoint, Position, Tensors } from './checkpoint.js';

/** Everything that a run must find again to go on as if it had never stopped. */
export interface TrainingState {
  model: nn.Module;
  optimizer: optim.AdamW;
  /** Random generators that a step draws from, by name. */
  generators: Record<string, Generator>;
  /** Averages of the model's weights, where the run keeps them. */
  average?: optim.ExponentialMovingAverage | undefined;
  /** Texts for the header of every file of a checkpoint, beside the recipe. */
  metadata?: Record<string, string>;
  /** Small JSON values of the stage, e.g. the loss scaler's and counters of the epoch under way. */
  values?: { get: () => Record<string, unknown>; set: (values: Record<string, unknown>) => void };
}

/** Tensors that are copied out one at a time, while they are written. */
export function lazily(tensors: ReadonlyMap<string, Tensor>): Tensors {
  return new Map(
    [...tensors].map(([name, tensor]) => {
      const { dtype, shape } = tensor;
      return [name, { dtype, shape, read: () => torch.scope(() => fromTorch(tensor)) }];
    }),
  );
}

/** Optimizer state as checkpoints name it: `exp_avg.3` is that of parameter 3. */
function flatState({ state }: optim.OptimizerStateDict): Map<string, Tensor> {
  return new Map(
    Object.entries(state).flatMap(([position, tensors]) =>
      Object.entries(tensors).map(([name, tensor]): [string, Tensor] => [`${name}.${position}`, tensor]),
    ),
  );
}

function nestedState(flat: ReadonlyMap<string, Tensor>): optim.OptimizerStateDict['state'] {
  const state: optim.OptimizerStateDict['state'] = {};
  for (const [key, tensor] of flat) {
    const dot = key.lastIndexOf('.');
    (state[Number(key.slice(dot + 1))] ??= {})[key.slice(0, dot)] = tensor;
  }
  return state;
}

/** The JSON values of a checkpoint. */
export function valuesOf({ optimizer, values }: TrainingState): Record<string, unknown> {
  return { optimizerGroups: optimizer.stateDict().paramGroups, ...values?.get() };
}

/** What `CheckpointStore.save` writes for `state`; tensors are copied out while they are written. */
export function capture(
  position: Position,
  state: TrainingState,
): { state: CheckpointState; files: Record<string, Tensors> } {
  const generators = Object.entries(state.generators).map(([name, generator]): [string, string] => [
    name,
    Buffer.from(torch.scope(() => fromTorch(generator.getState())).data).toString('base64'),
  ]);
  return {
    state: {
      ...position,
      generators: Object.fromEntries(generators),
      values: valuesOf(state),
    },
    files: {
      model: lazily(state.model.stateDict()),
      optimizer: lazily(flatState(state.optimizer.stateDict())),
      ...(state.average ? { ema: lazily(state.average.stateDict()) } : {}),
    },
  };
}

/** Puts a checkpoint's values into live objects; settings of the optimizer are those of the recipe. @returns steps done */
export function restore(checkpoint: RunCheckpoint, state: TrainingState): number {
  const { generators, values, step } = checkpoint.state;
  torch.scope(() => {
    state.model.loadStateDict(allToTorch(checkpoint.read('model')));
    const { optimizerGroups, ...own } = values;
    const saved = optimizerGroups as optim.OptimizerStateDict['paramGroups'];
    const live = state.optimizer.stateDict().paramGroups;
    state.optimizer.loadStateDict({
      state: nestedState(allToTorch(checkpoint.read('optimizer'))),
      paramGroups: saved.map((group, i) => ({ ...group, ...live[i], params: group.params })),
    });
    state.average?.loadStateDict(allToTorch(checkpoint.read('ema')));
    for (const [name, generator] of Object.entries(state.generators)) {
      const saved = generators[name];
      if (saved === undefined) continue;
      const bytes = Buffer.from(saved, 'base64');
      generator.setState(torch.fromTypedArray(bytes, [bytes.length]));
    }
    state.values?.set(own);
  });
  return step;
}
