/** A run that repeats steps of another one in a folder of its own, and leaves the other as it is. */
import { setImmediate as eventLoopTurn } from 'node:timers/promises';
import * as torch from '@beit2/torch';
import { UserError } from '../../errors.js';
import type { Recipe } from '../../config/schema.js';
import type { StepValues } from '../world.js';
import type { Position } from './checkpoint.js';
import { Run } from './run-folder.js';
import type { Plan, RunOptions } from './run-options.js';
import type { StepNumbers } from './step-metrics.js';
import type { TrainingState } from './training-state.js';

/** Thrown out of the loop when the last step is repeated. */
export class ReplayEnd extends Error {}

export interface ReplayHooks {
  /** Optimizer steps after which to end. */
  until: number;
  /** Called before each step with the number of steps done. */
  before: (step: number, state: TrainingState) => void;
  /** Called after the last step. */
  end?: (step: number, state: TrainingState) => void;
}

/** Takes the place of a Run in a stage: collects the values of each step, saves and says nothing. */
export class ReplayRun<R extends Recipe = Recipe> extends Run<R> {
  readonly steps: StepNumbers[] = [];

  constructor(
    recipe: R,
    options: RunOptions,
    private readonly hooks: ReplayHooks,
  ) {
    super(recipe, options);
  }

  /** What there is to say, the run has said. */
  override readonly say = (): void => undefined;

  override async begin(plan: Plan, state: TrainingState): Promise<Position> {
    const { totalSteps } = plan;
    if (this.hooks.until > totalSteps)
      throw new UserError(
        `The run trains for only ${totalSteps} steps: there is no step ${this.hooks.until}.`,
      );
    const position = await super.begin(plan, state);
    this.close(); // Ctrl-C ends a replay at once
    this.hooks.before(position.step, state);
    return position;
  }

  override async endStep(
    position: Position,
    _images: number,
    values: StepValues,
    state: TrainingState,
  ): Promise<void> {
    const { step } = position;
    this.seedRank(position, state);
    this.steps.push({ step, values: numbersOf(values) });
    if (step >= this.hooks.until) {
      this.hooks.end?.(step, state);
      throw new ReplayEnd();
    }
    this.hooks.before(step, state);
    await eventLoopTurn();
  }

  override rescue(error: unknown): Promise<unknown> {
    return Promise.resolve(error);
  }
}

/** The numbers of a step, whose tensors are disposed of. */
function numbersOf(values: StepValues): Record<string, number> {
  const numbers: [string, number][] = [];
  for (const [name, value] of Object.entries(values)) {
    if (value === null) continue;
    numbers.push([name, value instanceof torch.Tensor ? torch.scope(() => value.float().item()) : value]);
    if (value instanceof torch.Tensor) value.dispose();
  }
  return Object.fromEntries(numbers);
}
