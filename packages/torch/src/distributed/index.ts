/** Training over several processes. */
export { type DataParallelOptions, DistributedDataParallel } from './data-parallel.js';
export { launch, type LaunchOptions } from './launch.js';
export { initProcessGroup, ProcessGroup, type ProcessGroupOptions, type ReduceOp } from './process-group.js';
export { FileStore, Store, TCPStore, type TCPStoreOptions } from './store.js';
