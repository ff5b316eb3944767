/** From live training objects to a checkpoint and back. */
import { allFromRaw, copyFromRaw, type Generator, nn, type optim, type Tensor, toRaw } from '@beit2/torch';
import * as torch from '@beit2/torch';
import { ShardedAdamW } from '../sharded-adamw.js';
import type { World } from '../world.js';
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

/** Optimizer state as checkpoints name it: `exp_avg.3` is that of parameter 3. */
function flatState({ state }: optim.OptimizerStateDict): Map<string, Tensor> {
  return new Map(
    Object.entries(state).flatMap(([position, tensors]) =>
      Object.entries(tensors).map(([name, tensor]): [string, Tensor] => [`${name}.${position}`, tensor]),
    ),
  );
}

/** Tensors of a checkpoint's optimizer that this rank keeps. */
function ownState(all: Tensors, optimizer: optim.AdamW): Tensors {
  if (!(optimizer instanceof ShardedAdamW)) return all;
  return new Map([...all].filter(([key]) => optimizer.keeps(Number(key.slice(key.lastIndexOf('.') + 1)))));
}

function nestedState(flat: ReadonlyMap<string, Tensor>): optim.OptimizerStateDict['state'] {
  const state: optim.OptimizerStateDict['state'] = {};
  for (const [key, tensor] of flat) {
    const dot = key.lastIndexOf('.');
    (state[Number(key.slice(dot + 1))] ??= {})[key.slice(0, dot)] = tensor;
  }
  return state;
}

/** Whether this rank can save the state alone. */
export function isWhole({ optimizer }: TrainingState): boolean {
  return !(optimizer instanceof ShardedAdamW);
}

/** Runs `save` on rank 0, which then has the state of all ranks. All ranks must do this at the same point. */
export async function withWhole(
  { optimizer }: TrainingState,
  { isMain }: World,
  save: () => Promise<void>,
): Promise<void> {
  const shards = optimizer instanceof ShardedAdamW ? optimizer : null;
  shards?.gather();
  try {
    if (isMain) await save();
  } finally {
    shards?.release();
  }
}

/** What a checkpoint holds besides tensors. */
export function stateOf(position: Position, state: TrainingState): CheckpointState {
  const generators = Object.entries(state.generators).map(([name, generator]): [string, string] => [
    name,
    Buffer.from(torch.scope(() => toRaw(generator.getState())).data).toString('base64'),
  ]);
  const values = { optimizerGroups: state.optimizer.stateDict().paramGroups, ...state.values?.get() };
  return { ...position, generators: Object.fromEntries(generators), values };
}

/** The tensors of each file of a checkpoint: those themselves that training changes. */
export function filesOf({
  model,
  optimizer,
  average,
}: TrainingState): Record<string, ReadonlyMap<string, Tensor>> {
  return {
    model: model.stateDict(),
    optimizer: flatState(optimizer.stateDict()),
    ...(average ? { ema: average.stateDict() } : {}),
  };
}

/** Whether a training step changes a tensor of a checkpoint's files before its optimizer does: buffers, such as the codebook. */
export function changesInStep(file: string, tensor: Tensor): boolean {
  return file === 'model' && !(tensor instanceof nn.Parameter);
}

/** Tensors of the shapes that a file has, of no memory of their own. */
function placeholders(saved: Tensors): Map<string, Tensor> {
  return new Map(
    [...saved].map(([key, { dtype, shape }]) => [key, torch.zeros([], { dtype }).expand([...shape])]),
  );
}

/** Puts a checkpoint's values into live objects; settings of the optimizer are those of the recipe. */
export function restore(checkpoint: RunCheckpoint, state: TrainingState): void {
  const { generators, values } = checkpoint.state;
  torch.scope(() => {
    const model = checkpoint.read('model');
    if (!copyFromRaw(state.model.stateDict(), model)) state.model.loadStateDict(allFromRaw(model));
    const { optimizerGroups, ...own } = values;
    const saved = optimizerGroups as optim.OptimizerStateDict['paramGroups'];
    const live = state.optimizer.stateDict().paramGroups;
    const moments = ownState(checkpoint.read('optimizer'), state.optimizer);
    const paramGroups = saved.map((group, i) => ({ ...group, ...live[i], params: group.params }));
    state.optimizer.loadStateDict({ state: nestedState(placeholders(moments)), paramGroups });
    if (!copyFromRaw(flatState(state.optimizer.stateDict()), moments))
      state.optimizer.loadStateDict({ state: nestedState(allFromRaw(moments)), paramGroups });
    if (state.average) {
      const averages = checkpoint.read('ema');
      if (!copyFromRaw(state.average.stateDict(), averages))
        state.average.loadStateDict(allFromRaw(averages));
    }
    for (const [name, generator] of Object.entries(state.generators)) {
      const saved = generators[name];
      if (saved === undefined) continue;
      const bytes = Buffer.from(saved, 'base64');
      generator.setState(torch.fromTypedArray(bytes, [bytes.length]));
    }
    state.values?.set(own);
  });
}
