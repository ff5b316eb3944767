/** Optimizers and what surrounds their step. */
export * from './adamw.js';
export * from './clip-grad.js';
export * from './grad-scaler.js';
export * from './moving-average.js';
export {
  type Batch,
  Optimizer,
  type OptimizerStateDict,
  type ParamGroup,
  type ParamGroupInput,
  type StepOptions,
} from './optimizer.js';
export * from './sgd.js';
