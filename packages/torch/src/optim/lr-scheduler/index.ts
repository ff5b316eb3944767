/** Schedules of the learning rate, under PyTorch's names. */
export * from './composites.js';
export * from './cycles.js';
export * from './factors.js';
export * from './plateau.js';
export {
  LRScheduler,
  type ScheduledGroup,
  type ScheduledOptimizer,
  type SchedulerState,
} from './scheduler.js';
