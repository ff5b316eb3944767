/** Optimizers and what surrounds their step. */
export * from './adadelta.js';
export * from './adafactor.js';
export * from './adagrad.js';
export * from './adam.js';
export * from './adamax.js';
export * from './asgd.js';
export * from './clip-grad.js';
export * from './grad-scaler.js';
export * from './lbfgs.js';
export * from './lion.js';
export * as lrScheduler from './lr-scheduler/index.js';
export * from './moving-average.js';
export * from './muon.js';
export * from './nadam.js';
export {
  type Batch,
  type GroupNotes,
  Optimizer,
  type OptimizerStateDict,
  type ParamGroup,
  type ParamGroupInput,
  type ParamsInput,
  type StepOptions,
} from './optimizer.js';
export * from './radam.js';
export * from './rmsprop.js';
export * from './rprop.js';
export * from './sgd.js';
