/** Padding layers: cells around `[…, L]`, `[…, H, W]` or `[…, D, H, W]`. */
import { pad } from '../generated/functions.js';
import type { Tensor } from '../tensor.js';
import { expandSizes, type Sizes } from './checks.js';
import { Module } from './module.js';
import { pythonFloat, pythonSizes } from './repr.js';

type PaddingMode = 'constant' | 'reflect' | 'replicate' | 'circular';

abstract class Padding extends Module {
  /** Cells before and after, last dimension first: `[left, right, top, bottom, front, back]`. */
  readonly padding: readonly number[];

  constructor(dims: number, padding: Sizes) {
    super();
    this.padding = expandSizes(this.constructor.name, 'padding', 2 * dims, padding);
  }

  protected surround(x: Tensor, mode: PaddingMode, value?: number): Tensor {
    return pad(x, this.padding, mode, value);
  }

  override extraRepr(): string {
    return pythonSizes(this.padding);
  }
}

abstract class ConstantPad extends Padding {
  readonly value: number;

  constructor(dims: number, padding: Sizes, value: number) {
    super(dims, padding);
    this.value = value;
  }

  override forward(x: Tensor): Tensor {
    return this.surround(x, 'constant', this.value);
  }

  override extraRepr(): string {
    return `padding=${pythonSizes(this.padding)}, value=${pythonFloat(this.value)}`;
  }
}

/** Cells of one value around `[…, L]`. */
export class ConstantPad1d extends ConstantPad {
  constructor(padding: Sizes, value: number) {
    super(1, padding, value);
  }
}

/** Cells of one value around `[…, H, W]`. */
export class ConstantPad2d extends ConstantPad {
  constructor(padding: Sizes, value: number) {
    super(2, padding, value);
  }
}

/** Cells of one value around `[…, D, H, W]`. */
export class ConstantPad3d extends ConstantPad {
  constructor(padding: Sizes, value: number) {
    super(3, padding, value);
  }
}

abstract class ZeroPad extends Padding {
  override forward(x: Tensor): Tensor {
    return this.surround(x, 'constant', 0);
  }
}

/** Zeros around `[…, L]`. */
export class ZeroPad1d extends ZeroPad {
  constructor(padding: Sizes) {
    super(1, padding);
  }
}

/** Zeros around `[…, H, W]`. */
export class ZeroPad2d extends ZeroPad {
  constructor(padding: Sizes) {
    super(2, padding);
  }
}

/** Zeros around `[…, D, H, W]`. */
export class ZeroPad3d extends ZeroPad {
  constructor(padding: Sizes) {
    super(3, padding);
  }
}

abstract class ReflectionPad extends Padding {
  override forward(x: Tensor): Tensor {
    return this.surround(x, 'reflect');
  }
}

/** `[…, L]` mirrored at its edges. */
export class ReflectionPad1d extends ReflectionPad {
  constructor(padding: Sizes) {
    super(1, padding);
  }
}

/** `[…, H, W]` mirrored at its edges. */
export class ReflectionPad2d extends ReflectionPad {
  constructor(padding: Sizes) {
    super(2, padding);
  }
}

/** `[…, D, H, W]` mirrored at its edges. */
export class ReflectionPad3d extends ReflectionPad {
  constructor(padding: Sizes) {
    super(3, padding);
  }
}

abstract class ReplicationPad extends Padding {
  override forward(x: Tensor): Tensor {
    return this.surround(x, 'replicate');
  }
}

/** The edges of `[…, L]` repeated. */
export class ReplicationPad1d extends ReplicationPad {
  constructor(padding: Sizes) {
    super(1, padding);
  }
}

/** The edges of `[…, H, W]` repeated. */
export class ReplicationPad2d extends ReplicationPad {
  constructor(padding: Sizes) {
    super(2, padding);
  }
}

/** The edges of `[…, D, H, W]` repeated. */
export class ReplicationPad3d extends ReplicationPad {
  constructor(padding: Sizes) {
    super(3, padding);
  }
}

abstract class CircularPad extends Padding {
  override forward(x: Tensor): Tensor {
    return this.surround(x, 'circular');
  }
}

/** `[…, L]` continued from its other end. */
export class CircularPad1d extends CircularPad {
  constructor(padding: Sizes) {
    super(1, padding);
  }
}

/** `[…, H, W]` continued from its other sides. */
export class CircularPad2d extends CircularPad {
  constructor(padding: Sizes) {
    super(2, padding);
  }
}

/** `[…, D, H, W]` continued from its other sides. */
export class CircularPad3d extends CircularPad {
  constructor(padding: Sizes) {
    super(3, padding);
  }
}
