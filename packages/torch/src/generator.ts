/** Random number generators, apart from the default ones. */
import type { Device } from './dtype.js';
import { native } from './native.js';
import { idOf, Tensor } from './tensor.js';

const registry = new FinalizationRegistry<number>((id) => native.freeGenerator(id));

/** A stream of random numbers with a state that can be saved. */
export class Generator {
  /** Number by which the addon knows it. */
  readonly id: number;

  /** @param device The device whose tensors it fills. @default 'cpu' */
  constructor(device: Device = 'cpu') {
    this.id = native.newGenerator(device);
    registry.register(this, this.id);
  }

  /** @param seed Any integer of 64 bits. */
  manualSeed(seed: number | bigint): this {
    native.generatorSeed(this.id, seed);
    return this;
  }
  /** The state as a uint8 tensor on the CPU. */
  getState(): Tensor {
    return new Tensor(native.generatorState(this.id));
  }
  /** @throws Error when `state` is not one that a generator of this device gave. */
  setState(state: Tensor): this {
    native.setGeneratorState(this.id, idOf(state));
    return this;
  }
}

/** The generator that operators use where none is given. @param device @default 'cpu' */
export function defaultGenerator(device: Device = 'cpu'): Generator {
  const id = native.defaultGenerator(device);
  // Not by the constructor, which would have to take any number for an id.
  const generator = Object.create(Generator.prototype, { id: { value: id, enumerable: true } }) as Generator;
  registry.register(generator, id);
  return generator;
}
