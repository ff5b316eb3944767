/** Training over several processes. */
export { type DataParallelOptions, DistributedDataParallel } from './data-parallel.js';
export {
  destroyProcessGroup,
  getProcessGroup,
  getRank,
  getWorldSize,
  initProcessGroup,
  isInitialized,
} from './default-group.js';
export { launch, type LaunchOptions, RankError } from './launch.js';
export { ProcessGroup, type ProcessGroupOptions, type ReduceOp } from './process-group.js';
export { FileStore, PrefixStore, Store, TCPStore, type TCPStoreOptions } from './store.js';
