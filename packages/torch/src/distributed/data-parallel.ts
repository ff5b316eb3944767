/** One model on several ranks, each with its own part of the batch. */
import { native } from '../native.js';
import { Module } from '../nn/module.js';
import type { StateDict, StateDictLike } from '../nn/state-dict.js';
import { idOf, isTensor, type Tensor } from '../tensor.js';
import type { ProcessGroup } from './process-group.js';

/** Options of DistributedDataParallel. */
export interface DataParallelOptions {
  processGroup: ProcessGroup;
  /** Megabytes of gradients that are summed at once. @default 25 */
  bucketMegabytes?: number;
  /** Look after each forward for parameters that took no part; costs a walk over the graph. @default false */
  findUnusedParameters?: boolean;
}

const firstBucketBytes = 1 << 20; // a small first bucket starts the exchange early

const registry = new FinalizationRegistry<number>((id) => native.freeReducer(id));

/**
 * Wraps a module so that backward() leaves in every rank the mean of the gradients over the ranks. Gradients are summed
 * in buckets while backward still runs (c10d's own reducer), and are views of these buckets.
 * Parameters and buffers start as rank 0's. State dicts are those of the module inside, without a prefix.
 */
export class DistributedDataParallel<
  M extends Module & { forward(...args: never[]): unknown },
> extends Module {
  readonly #module: M;
  readonly #reducer: number;
  #syncs = true;

  /** @throws Error when the parameters of the ranks differ in number, shape or dtype. */
  constructor(
    module: M,
    { processGroup, bucketMegabytes = 25, findUnusedParameters = false }: DataParallelOptions,
  ) {
    super();
    this.#module = module;
    const parameters = module.parameters().filter((parameter) => parameter.requiresGrad);
    // Checks shapes over the ranks before anything is exchanged.
    this.#reducer = native.newReducer(
      processGroup.id,
      parameters.map(idOf),
      firstBucketBytes,
      Math.round(bucketMegabytes * (1 << 20)),
      findUnusedParameters,
    );
    registry.register(this, this.#reducer);
    for (const tensor of [...module.parameters(), ...module.buffers()]) {
      processGroup.broadcastSync(tensor.detach(), 0);
    }
  }

  /** The module inside. */
  get module(): M {
    return this.#module;
  }

  override forward(...args: Parameters<M['forward']>): ReturnType<M['forward']> {
    const output = this.#module.forward(...args) as ReturnType<M['forward']>;
    if (this.#syncs && this.#module.training)
      native.prepareReducer(this.#reducer, tensorsIn(output).map(idOf));
    return output;
  }

  /** Runs `body` without exchange: gradients gather on each rank until a backward outside. */
  noSync<T>(body: () => T): T {
    this.#syncs = false;
    try {
      return body();
    } finally {
      this.#syncs = true;
    }
  }

  override namedChildren(): [string, Module][] {
    return this.#module.namedChildren();
  }
  override namedModules(prefix?: string): [string, Module][] {
    return this.#module.namedModules(prefix);
  }
  override namedParameters(prefix?: string): ReturnType<M['namedParameters']> {
    return this.#module.namedParameters(prefix) as ReturnType<M['namedParameters']>;
  }
  override namedBuffers(prefix?: string): [string, Tensor][] {
    return this.#module.namedBuffers(prefix);
  }
  override stateDict(): StateDict {
    return this.#module.stateDict();
  }
  override loadStateDict(
    state: StateDictLike,
    options?: { strict?: boolean },
  ): ReturnType<Module['loadStateDict']> {
    return this.#module.loadStateDict(state, options);
  }
  override train(mode = true): this {
    this.#module.train(mode);
    this.training = mode;
    return this;
  }
}

function tensorsIn(value: unknown): Tensor[] {
  if (isTensor(value)) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(tensorsIn);
}
