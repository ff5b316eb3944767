/**
 * The addon: finds it (or has the set-up make it) at the first call, and says in types what it offers. Everything above
 * this file deals in tensors; here they are numbers, ids in the addon's table.
 */
import { createRequire } from 'node:module';

import { type Engine, locateEngine, SetupError, setupSync } from './setup/index.js';
import { explainLoad } from './setup/explain-load.js';

/** Id of a tensor in the addon's table. */
export type TensorId = number;

/** What packages/torch/native exports, one section a source file there. */
export interface Native {
  // dispatch.cc
  findOperator(name: string, overload: string): number;
  call(operator: number, ...args: unknown[]): unknown;
  callInPlace(operator: number, ...args: unknown[]): void;
  resultTypes(operator: number): string[];
  schemas(): string[];

  // tensors.cc
  fromBytes(data: ArrayBufferView, shape: readonly number[], dtype: string, device?: string): TensorId;
  toBytes(tensor: TensorId): ArrayBuffer;
  copyFromBytes(tensor: TensorId, data: ArrayBufferView): void;
  item(tensor: TensorId): number | bigint;
  shape(tensor: TensorId): number[];
  strides(tensor: TensorId): number[];
  dtype(tensor: TensorId): string;
  device(tensor: TensorId): string;
  layout(tensor: TensorId): string;
  numel(tensor: TensorId): number;
  ndim(tensor: TensorId): number;
  itemSize(tensor: TensorId): number;
  storageOffset(tensor: TensorId): number;
  sameTensor(a: TensorId, b: TensorId): boolean;
  isContiguous(tensor: TensorId): boolean;
  alias(tensor: TensorId): TensorId;
  free(tensor: TensorId): void;
  alive(tensor: TensorId): boolean;
  keep(tensor: TensorId): void;
  enterScope(): number;
  exitScope(survivors: readonly TensorId[]): void;
  memory(): [number, number];
  unscopedBytes(): number;

  // snapshot.cc
  copyAllToBytes(tensors: readonly TensorId[], targets: readonly ArrayBufferView[]): void;
  beginCopy(tensors: readonly TensorId[], targets: readonly ArrayBufferView[], outcome: Int32Array): void;
  finishCopy(): void;
  useHugePages(data: ArrayBufferView): void;

  // autograd.cc
  backward(
    tensors: readonly TensorId[],
    gradients: readonly (TensorId | null)[] | null,
    retainGraph: boolean | undefined,
    createGraph: boolean | undefined,
    inputs: readonly TensorId[] | null,
  ): void;
  gradients(
    outputs: readonly TensorId[],
    inputs: readonly TensorId[],
    gradOutputs: readonly (TensorId | null)[] | null,
    retainGraph: boolean | undefined,
    createGraph: boolean | undefined,
    allowUnused: boolean | undefined,
  ): (TensorId | null)[];
  requiresGrad(tensor: TensorId): boolean;
  setRequiresGrad(tensor: TensorId, flag: boolean): void;
  grad(tensor: TensorId): TensorId | null;
  setGrad(tensor: TensorId, gradient: TensorId | null): void;
  isLeaf(tensor: TensorId): boolean;
  gradFn(tensor: TensorId): string | null;
  detach(tensor: TensorId): TensorId;
  setData(tensor: TensorId, data: TensorId): void;
  version(tensor: TensorId): number;
  retainGrad(tensor: TensorId): void;
  registerHook(tensor: TensorId, hook: (gradient: TensorId) => TensorId | undefined): number;
  removeHook(hook: number): void;

  // custom-function.cc
  connectFunction(
    inputs: readonly TensorId[],
    outputs: readonly TensorId[],
    nonDifferentiable: readonly TensorId[],
    dirty: readonly TensorId[],
    saved: readonly (TensorId | null)[],
    materializes: boolean,
    name: string,
    backward: (gradients: (TensorId | null)[], saved: (TensorId | null)[]) => (TensorId | null)[],
  ): TensorId[];
  registerAfterGradient(leaf: TensorId, hook: (leaf: TensorId) => void): number;

  // anomaly.cc
  setAnomaly(enabled: boolean, checkNan: boolean, stack: () => string): void;
  anomaly(): [boolean, boolean];

  // modes.cc
  gradEnabled(): boolean;
  setGradEnabled(enabled: boolean): void;
  enterInference(): void;
  leaveMode(): void;
  inferenceEnabled(): boolean;
  autocastState(device: string): [boolean, string];
  setAutocast(device: string, enabled: boolean, dtype: string): void;
  enterAutocast(): number;
  leaveAutocast(): number;
  setAutocastCache(enabled: boolean): void;
  setDeterministic(enabled: boolean, warnOnly?: boolean): void;
  deterministic(): boolean;
  setNumThreads(count: number): void;
  getNumThreads(): number;
  setFlushDenormal(enabled: boolean): boolean;
  setMatmulPrecision(precision: string): void;
  manualSeed(seed: number | bigint): void;
  newGenerator(device: string): number;
  defaultGenerator(device: string): number;
  freeGenerator(generator: number): void;
  generatorSeed(generator: number, seed: number | bigint): void;
  generatorState(generator: number): TensorId;
  setGeneratorState(generator: number, state: TensorId): void;
  libtorchVersion(): string;
  parallelInfo(): string;
  cpuCapability(): string;

  // devices.cc
  hasCuda(): boolean;
  hasMps(): boolean;
  cudaDeviceCount(): number;
  synchronize(device: string): void;
  deviceMemory(device: string): [number, number, number];
  resetPeakMemory(device: string): void;
  emptyCache(device: string): void;
  availableMemory(): number;

  // linear-products.cc
  instructionSet(): string;
  chooseProduct(product: string, library: string): void;
  chosenProduct(product: string): string;
  productsChosen(): boolean;

  // measure-products.cc
  measureProducts(): Record<string, Record<string, number>>;
  measureMatmul(device: string): [number, number];

  // streams.cc
  newStream(device: string, highPriority: boolean): number;
  currentStream(device: string): number;
  setCurrentStream(stream: number): void;
  synchronizeStream(stream: number): void;
  freeStream(stream: number): void;
  newEvent(device: string, timing: boolean): number;
  recordEvent(event: number, stream: number): void;
  blockOnEvent(event: number, stream: number): void;
  queryEvent(event: number): boolean;
  synchronizeEvent(event: number): void;
  elapsedTime(start: number, end: number): number;
  freeEvent(event: number): void;
  newGraph(device: string): number;
  beginCapture(graph: number): void;
  endCapture(graph: number): void;
  replayGraph(graph: number): void;
  freeGraph(graph: number): void;

  // profiler.cc
  startProfile(shapes: boolean, limit: number): void;
  /** [names, shapes, rows of six float64, nanoseconds, events left out] */
  stopProfile(): [string[], string[], ArrayBuffer, number, number];
  beginRange(name: string): number;
  endRange(range: number): void;

  // distributed.cc. The last argument of a collective says whether to wait for it; else a promise comes back.
  processGroup(
    backend: string,
    store: number,
    rank: number,
    worldSize: number,
    timeoutMs: number,
    interfaces: readonly string[],
    host: string,
  ): Promise<number>;
  closeGroup(group: number): void;
  allReduce(group: number, tensor: TensorId, op: string, now: boolean): unknown;
  broadcast(group: number, tensor: TensorId, source: number, now: boolean): unknown;
  allGather(group: number, tensor: TensorId, now: boolean): unknown;
  gather(group: number, tensor: TensorId, target: number, now: boolean): unknown;
  reduceScatter(group: number, tensor: TensorId, op: string, now: boolean): unknown;
  barrier(group: number, now: boolean): unknown;

  // stores.cc. A promise comes back of all that a server answers.
  tcpStore(host: string, port: number, isServer: boolean, timeoutMs: number): Promise<number>;
  fileStore(path: string, worldSize: number, timeoutMs: number): number;
  prefixStore(store: number, prefix: string): number;
  storePort(store: number): number;
  storeSet(store: number, key: string, value: string, timeoutMs: number): Promise<void>;
  storeGet(store: number, key: string, timeoutMs: number): Promise<string>;
  storeAdd(store: number, key: string, amount: number, timeoutMs: number): Promise<number>;
  storeCheck(store: number, keys: readonly string[], timeoutMs: number): Promise<boolean>;
  closeStore(store: number): void;

  // reducer.cc
  newReducer(
    group: number,
    parameters: readonly TensorId[],
    firstBucketBytes: number,
    bucketBytes: number,
    findUnused: boolean,
  ): number;
  beforeForward(reducer: number): void;
  beforeBackward(reducer: number, outputs: readonly TensorId[]): void;
  exchangeTimes(reducer: number, group: number): number[];
  freeReducer(reducer: number): void;
  broadcastAll(group: number, tensors: readonly TensorId[], source: number, bucketBytes: number): void;

  // process-end.cc
  exitNow(exitCode: number): never;
}

const whenLoaded: ((loaded: Native) => void)[] = [];

/** Has `prepare` run as soon as the addon is loaded, before the call that loads it. */
export function onLoad(prepare: (loaded: Native) => void): void {
  whenLoaded.push(prepare);
}

let isLoaded = false;

/**
 * Ends this process without waiting for its threads, one of which may be in a system call that never returns.
 * @param exitCode from 0 to 255
 * @returns false where the addon is not loaded: then nothing happens
 */
export function exitNow(exitCode: number): boolean {
  if (isLoaded) native.exitNow(exitCode);
  return false;
}

function load(): Native {
  const engine = locateEngine() ?? setupSync();
  const loaded = open(engine);
  isLoaded = true;
  native = loaded; // importers see the new value, so later calls go straight to the addon
  for (const prepare of whenLoaded) prepare(loaded);
  return loaded;
}

/** @throws SetupError with the cause and the ways out, where this machine cannot load the addon */
function open({ addon, version }: Engine): Native {
  try {
    return createRequire(import.meta.url)(addon) as Native;
  } catch (error) {
    throw new SetupError(explainLoad(addon, version, error));
  }
}

/**
 * The addon. Until the first call it is a stand-in that loads it, so that importing this package neither loads libtorch
 * nor starts a download.
 */
export let native: Native = new Proxy({} as Native, {
  get: (_, name): unknown => Reflect.get(load(), name),
});
