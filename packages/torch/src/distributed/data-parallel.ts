/** One model on several ranks, each with its own part of the batch. */
import { createHash } from 'node:crypto';

import { fromTypedArray } from '../creation.js';
import { isGradEnabled } from '../modes.js';
import { native } from '../native.js';
import { Module } from '../nn/module.js';
import type { Parameter } from '../nn/parameter.js';
import type { StateDict } from '../nn/state-dict.js';
import { checkOptions, type OptionNames } from '../options.js';
import { findTensors } from '../scope.js';
import { refusePromise, type Synchronous } from '../synchronous.js';
import { idOf, type Tensor } from '../tensor.js';
import { getProcessGroup } from './default-group.js';
import type { ProcessGroup } from './process-group.js';

/** Options of DistributedDataParallel. */
export interface DataParallelOptions {
  /** @default the group of initProcessGroup() */
  processGroup?: ProcessGroup;
  /** Megabytes of gradients that are reduced at once; the first bucket has one, so that the exchange starts early. @default 25 */
  bucketMegabytes?: number;
  /** Look after each forward for parameters that take no part in the output; costs a walk over the graph. @default false */
  findUnusedParameters?: boolean;
  /** Take over the buffers of rank 0 before each forward in training. @default true */
  broadcastBuffers?: boolean;
}

const dataParallelOptions: OptionNames<DataParallelOptions> = {
  processGroup: true,
  bucketMegabytes: true,
  findUnusedParameters: true,
  broadcastBuffers: true,
};

const megabyte = 1 << 20;

const registry = new FinalizationRegistry<number>((id) => native.freeReducer(id));

/**
 * Wraps a module so that backward() leaves in every rank the mean of the gradients over all ranks, on c10d's Reducer:
 * gradients are summed in buckets while backward still runs, and are views of these buckets. At the start parameters
 * and buffers become those of rank 0.
 *
 * In training call `forward` of this, and every rank as often as the others; `backward` then has to run on each. With
 * gradients off, `forward` is that of the module alone. Names and state dict are those of the module inside, without a
 * prefix. Move the module to its device before wrapping it.
 *
 * @example
 * const parallel = new DistributedDataParallel(model);
 * const loss = crossEntropy(parallel.forward(images), labels); // of this rank's part of the batch
 * loss.backward();
 * optimizer.step();
 */
export class DistributedDataParallel<M extends Module> extends Module {
  readonly #module: M;
  readonly #group: ProcessGroup;
  readonly #reducer: number;
  readonly #findUnused: boolean;
  readonly #broadcastBuffers: boolean;
  #synchronizes = true;

  /**
   * All ranks must do this at the same point.
   * @throws Error on every rank when their modules differ in names, shapes or dtypes, or when nothing is to be trained.
   */
  constructor(module: M, options: DataParallelOptions = {}) {
    super();
    checkOptions('DistributedDataParallel', options, dataParallelOptions);
    this.#module = module;
    this.#group = options.processGroup ?? getProcessGroup();
    this.#findUnused = options.findUnusedParameters ?? false;
    this.#broadcastBuffers = options.broadcastBuffers ?? true;
    checkAlike(module, this.#group);
    this.#group.broadcastAllSync([...module.parameters(), ...module.buffers()], 0);
    this.#reducer = native.newReducer(
      this.#group.id,
      this.#trained().map(([, parameter]) => idOf(parameter)),
      megabyte,
      Math.ceil((options.bucketMegabytes ?? 25) * megabyte),
      this.#findUnused,
    );
    registry.register(this, this.#reducer);
  }

  /** The module inside. */
  get module(): M {
    return this.#module;
  }

  /** Forward of the module; prepares the reduction that backward() will do. */
  override forward(...inputs: Parameters<M['forward']>): ReturnType<M['forward']> {
    const reduces = this.#synchronizes && isGradEnabled();
    if (reduces) this.#finished(() => native.beforeForward(this.#reducer));
    if (reduces && this.#broadcastBuffers && this.#module.training)
      this.#group.broadcastAllSync(this.#module.buffers(), 0);
    const output = this.#module.forward(...inputs) as ReturnType<M['forward']>;
    const outputs = this.#findUnused ? findTensors(output).map(idOf) : [];
    if (reduces) this.#finished(() => native.beforeBackward(this.#reducer, outputs));
    return output;
  }

  /**
   * Runs `body`, whose forward and backward passes reduce nothing: gradients gather on each rank, and the next backward
   * outside reduces them all. For batches that are put together from several steps.
   * @throws Error when `body` is asynchronous.
   */
  noSync<T>(body: () => Synchronous<T>): T {
    this.#synchronizes = false;
    try {
      return refusePromise<T>(
        body(),
        'noSync() takes a synchronous function: after an await gradients would be reduced again',
      );
    } finally {
      this.#synchronizes = true;
    }
  }

  /**
   * Milliseconds of the last backward that reduced: `total`, in which the exchange of some bucket was under way (over NCCL from the first
   * to the last), and `exposed`, what of it came after the last gradient. Null before the second such backward. On CUDA the times of launching.
   */
  exchangeTimes(): { total: number; exposed: number } | null {
    const [total, exposed] = native.exchangeTimes(this.#reducer, this.#group.id);
    return total === undefined || exposed === undefined
      ? null
      : { total: total / 1e6, exposed: exposed / 1e6 };
  }

  override namedChildren(): [string, Module][] {
    return [['module', this.#module]];
  }
  override namedModules(prefix = ''): [string, Module][] {
    return this.#module.namedModules(prefix);
  }
  override namedParameters(prefix = ''): [string, Parameter][] {
    return this.#module.namedParameters(prefix);
  }
  override namedBuffers(prefix = ''): [string, Tensor][] {
    return this.#module.namedBuffers(prefix);
  }
  override stateDict(): StateDict {
    return this.#module.stateDict();
  }
  /** @throws Error always: the buckets hold the parameters as they are. */
  override to(): never {
    throw new Error('DistributedDataParallel cannot move: call to() on the module before wrapping it');
  }

  #trained(): [string, Parameter][] {
    return this.#module.namedParameters().filter(([, parameter]) => parameter.requiresGrad);
  }

  /** Runs a step of the reducer, which needs the last reduction to have finished. */
  #finished(step: () => void): void {
    try {
      step();
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('Expected to have finished reduction'))
        throw error;
      throw new Error(explainUnfinished(error.message, this.#trained()), { cause: error });
    }
  }
}

function explainUnfinished(message: string, trained: readonly [string, Parameter][]): string {
  const [, indices = ''] = /did not receive grad for rank \d+: ([\d ]+)/.exec(message) ?? [];
  const names = indices.split(' ').flatMap((index) => trained[Number(index)]?.[0] ?? []);
  const which = indices === '' ? 'some parameters' : names.join(', ');
  return (
    `DistributedDataParallel: the last backward gave no gradient to ${which}. Make every output part of the loss, ` +
    'or pass findUnusedParameters: true if the model does not use all parameters'
  );
}

/** @throws Error on every rank that says where the first rank that differs from rank 0 does so. */
function checkAlike(module: Module, group: ProcessGroup): void {
  const tensors = [...module.namedParameters(), ...module.namedBuffers()];
  const mine = tensors.map(
    ([name, { shape, dtype, requiresGrad }]) =>
      `${name} [${shape.join(', ')}] ${dtype} ${requiresGrad ? 'trained' : 'not trained'}`,
  );
  const hash = createHash('sha256').update(mine.join('\n')).digest();
  using table = fromTypedArray(new Uint8Array(hash), [hash.length]);
  const gathered = group.allGatherSync(table);
  const hashes = gathered.map((tensor) => Buffer.from(tensor.toTypedArray() as Uint8Array).toString('hex'));
  gathered.forEach((tensor) => tensor.dispose());
  const other = hashes.findIndex((theirs) => theirs !== hashes[0]);
  if (other < 0) return;
  const lists = gatherTexts(JSON.stringify(mine), group).map((text) => JSON.parse(text) as string[]);
  const [first = [], theirs = []] = [lists[0], lists[other]];
  const at = first.findIndex((line, index) => line !== theirs[index]);
  const [here, there] = at < 0 ? ['nothing', theirs[first.length]] : [first[at], theirs[at] ?? 'nothing'];
  throw new Error(
    `DistributedDataParallel needs the same module on every rank, but rank ${other} has ${there ?? 'nothing'} ` +
      `where rank 0 has ${here ?? 'nothing'}`,
  );
}

/** The texts of all ranks, in their order. */
function gatherTexts(text: string, group: ProcessGroup): string[] {
  const bytes = Buffer.from(text);
  const gather = (values: Float64Array | Uint8Array): Buffer[] => {
    using mine = fromTypedArray(values, [values.length]);
    return group.allGatherSync(mine).map((tensor) => {
      using gathered = tensor;
      const { buffer } = gathered.toTypedArray();
      return Buffer.from(buffer);
    });
  };
  const lengths = gather(Float64Array.of(bytes.length)).map((length) => length.readDoubleLE());
  const padded = new Uint8Array(Math.max(...lengths));
  padded.set(bytes);
  return gather(padded).map((whole, rank) => whole.toString('utf8', 0, lengths[rank]));
}
