/** Schedules that multiply the rate: steps, lines, powers, a cosine. */
import { checkOptions, type OptionNames } from '../../options.js';
import {
  checkShare,
  checkWhole,
  eachGroup,
  LRScheduler,
  type ScheduledOptimizer,
  type SchedulerState,
} from './scheduler.js';
import { expectArray } from '../../expect.js';

/** A schedule whose settings are an object of numbers. */
abstract class WithSettings<S extends object> extends LRScheduler {
  protected own: S;

  constructor(optimizer: ScheduledOptimizer, own: S) {
    super(optimizer);
    this.own = own;
  }

  protected override settings(): SchedulerState {
    return { ...this.own } as SchedulerState;
  }
  protected override takeSettings(settings: SchedulerState): void {
    this.own = settings as S;
  }
}

/** Factor of the base rate by epoch. */
export type EpochFactor = (epoch: number) => number;

abstract class ByFunction extends LRScheduler {
  protected readonly factors: EpochFactor[];

  constructor(optimizer: ScheduledOptimizer, factor: EpochFactor | readonly EpochFactor[]) {
    super(optimizer);
    const { name } = this.constructor;
    this.factors = eachGroup(name, 'factor', factor, optimizer);
    for (const one of this.factors as unknown[]) {
      if (typeof one !== 'function') {
        throw new TypeError(`${name}: expected a function of the epoch but received ${typeof one}`);
      }
    }
    this.startAgain();
  }

  // Functions are not part of the state.
  protected override settings(): SchedulerState {
    return {};
  }
  protected override takeSettings(): void {
    // there are none
  }
}

/**
 * The base rate times factor(epoch).
 * @example new optim.lrScheduler.LambdaLR(optimizer, (epoch) => Math.min(1, (epoch + 1) / 10));
 */
export class LambdaLR extends ByFunction {
  protected override rates(): number[] {
    return this.baseLrs.map((lr, i) => lr * (this.factors[i]?.(this.lastEpoch) ?? 1));
  }
}

/** The last rate times factor(epoch). */
export class MultiplicativeLR extends ByFunction {
  protected override rates(): number[] {
    if (this.isInitial) return this.scaled(1);
    return this.getLastLr().map((lr, i) => lr * (this.factors[i]?.(this.lastEpoch) ?? 1));
  }
}

/** Options of StepLR. */
export interface StepLROptions {
  /** @default 0.1 */
  gamma?: number;
}
const stepOptions: OptionNames<StepLROptions> = { gamma: true };

/** Times gamma every `stepSize` epochs. */
export class StepLR extends WithSettings<{ stepSize: number; gamma: number }> {
  constructor(optimizer: ScheduledOptimizer, stepSize: number, options: StepLROptions = {}) {
    const { gamma = 0.1 } = checkOptions('StepLR', options, stepOptions);
    checkWhole('StepLR', 'stepSize', stepSize);
    super(optimizer, { stepSize, gamma });
    this.startAgain();
  }

  protected override rates(): number[] {
    const { stepSize, gamma } = this.own;
    return this.scaled(this.lastEpoch === 0 || this.lastEpoch % stepSize !== 0 ? 1 : gamma);
  }
  protected override ratesAtEpoch(): number[] {
    const { stepSize, gamma } = this.own;
    return this.baseLrs.map((lr) => lr * gamma ** Math.floor(this.lastEpoch / stepSize));
  }
}

/** Options of MultiStepLR. */
export interface MultiStepLROptions {
  /** @default 0.1 */
  gamma?: number;
}
const multiStepOptions: OptionNames<MultiStepLROptions> = { gamma: true };

/** Times gamma at each milestone, an epoch; one that comes twice counts twice. */
export class MultiStepLR extends WithSettings<{ milestones: number[]; gamma: number }> {
  constructor(
    optimizer: ScheduledOptimizer,
    milestones: readonly number[],
    options: MultiStepLROptions = {},
  ) {
    const { gamma = 0.1 } = checkOptions('MultiStepLR', options, multiStepOptions);
    expectArray('MultiStepLR', 'milestones', milestones);
    for (const milestone of milestones) checkWhole('MultiStepLR', 'milestones', milestone, 0);
    super(optimizer, { milestones: [...milestones].sort((a, b) => a - b), gamma });
    this.startAgain();
  }

  protected override rates(): number[] {
    const { milestones, gamma } = this.own;
    return this.scaled(gamma ** milestones.filter((milestone) => milestone === this.lastEpoch).length);
  }
  protected override ratesAtEpoch(): number[] {
    const { milestones, gamma } = this.own;
    const passed = milestones.filter((milestone) => milestone <= this.lastEpoch).length;
    return this.baseLrs.map((lr) => lr * gamma ** passed);
  }
}

/** Options of ConstantLR. */
export interface ConstantLROptions {
  /** In (0, 1]. @default 1/3 */
  factor?: number;
  /** Epochs that it lasts. @default 5 */
  totalIters?: number;
}
const constantOptions: OptionNames<ConstantLROptions> = { factor: true, totalIters: true };

/** The base rate times factor for the first epochs. */
export class ConstantLR extends WithSettings<{ factor: number; totalIters: number }> {
  constructor(optimizer: ScheduledOptimizer, options: ConstantLROptions = {}) {
    const { factor = 1 / 3, totalIters = 5 } = checkOptions('ConstantLR', options, constantOptions);
    checkPositiveShare('ConstantLR', 'factor', factor);
    checkWhole('ConstantLR', 'totalIters', totalIters, 0);
    super(optimizer, { factor, totalIters });
    this.startAgain();
  }

  protected override rates(): number[] {
    const { factor, totalIters } = this.own;
    if (this.lastEpoch === 0) return this.scaled(factor);
    return this.scaled(this.lastEpoch === totalIters ? 1 / factor : 1);
  }
  protected override ratesAtEpoch(): number[] {
    const { factor, totalIters } = this.own;
    return this.baseLrs.map((lr) => lr * (this.lastEpoch >= totalIters ? 1 : factor));
  }
}

/** Options of LinearLR. */
export interface LinearLROptions {
  /** In (0, 1]. @default 1/3 */
  startFactor?: number;
  /** In [0, 1]. @default 1 */
  endFactor?: number;
  /** Epochs from the one factor to the other. @default 5 */
  totalIters?: number;
}
const linearOptions: OptionNames<LinearLROptions> = { startFactor: true, endFactor: true, totalIters: true };

/** The base rate times a factor that goes along a line: a warm-up. */
export class LinearLR extends WithSettings<Required<LinearLROptions>> {
  constructor(optimizer: ScheduledOptimizer, options: LinearLROptions = {}) {
    const {
      startFactor = 1 / 3,
      endFactor = 1,
      totalIters = 5,
    } = checkOptions('LinearLR', options, linearOptions);
    checkPositiveShare('LinearLR', 'startFactor', startFactor);
    checkShare('LinearLR', 'endFactor', endFactor);
    checkWhole('LinearLR', 'totalIters', totalIters);
    super(optimizer, { startFactor, endFactor, totalIters });
    this.startAgain();
  }

  protected override rates(): number[] {
    const { startFactor, endFactor, totalIters } = this.own;
    if (this.lastEpoch === 0) return this.scaled(startFactor);
    if (this.isInitial || this.lastEpoch > totalIters) return this.scaled(1);
    const rise = endFactor - startFactor;
    return this.scaled(1 + rise / (totalIters * startFactor + (this.lastEpoch - 1) * rise));
  }
  protected override ratesAtEpoch(): number[] {
    const { startFactor, endFactor, totalIters } = this.own;
    const done = Math.min(totalIters, this.lastEpoch);
    return this.baseLrs.map((lr) => lr * (startFactor + ((endFactor - startFactor) * done) / totalIters));
  }
}

/** Times gamma every epoch. */
export class ExponentialLR extends WithSettings<{ gamma: number }> {
  constructor(optimizer: ScheduledOptimizer, gamma: number) {
    if (!(gamma > 0)) {
      throw new RangeError(`ExponentialLR: expected a number above 0 for gamma but received ${gamma}`);
    }
    super(optimizer, { gamma });
    this.startAgain();
  }

  protected override rates(): number[] {
    return this.scaled(this.isInitial ? 1 : this.own.gamma);
  }
  protected override ratesAtEpoch(): number[] {
    return this.baseLrs.map((lr) => lr * this.own.gamma ** this.lastEpoch);
  }
}

/** Options of PolynomialLR. */
export interface PolynomialLROptions {
  /** Epochs until the rate is 0. @default 5 */
  totalIters?: number;
  /** @default 1 */
  power?: number;
}
const polynomialOptions: OptionNames<PolynomialLROptions> = { totalIters: true, power: true };

/** The base rate times (1 - epoch / totalIters)^power. */
export class PolynomialLR extends WithSettings<Required<PolynomialLROptions>> {
  constructor(optimizer: ScheduledOptimizer, options: PolynomialLROptions = {}) {
    const { totalIters = 5, power = 1 } = checkOptions('PolynomialLR', options, polynomialOptions);
    checkWhole('PolynomialLR', 'totalIters', totalIters);
    super(optimizer, { totalIters, power });
    this.startAgain();
  }

  protected override rates(): number[] {
    const { totalIters, power } = this.own;
    if (this.isInitial || this.lastEpoch > totalIters) return this.scaled(1);
    const [now, before] = [1 - this.lastEpoch / totalIters, 1 - (this.lastEpoch - 1) / totalIters];
    return this.scaled((now / before) ** power);
  }
  protected override ratesAtEpoch(): number[] {
    const { totalIters, power } = this.own;
    const left = 1 - Math.min(totalIters, this.lastEpoch) / totalIters;
    return this.baseLrs.map((lr) => lr * left ** power);
  }
}

/** Options of CosineAnnealingLR. */
export interface CosineAnnealingLROptions {
  /** Least rate. @default 0 */
  etaMin?: number;
}
const cosineOptions: OptionNames<CosineAnnealingLROptions> = { etaMin: true };

/** From the base rate to etaMin along half a cosine of `tMax` epochs, and back again (Loshchilov and Hutter, 2017, without restarts). */
export class CosineAnnealingLR extends WithSettings<{ tMax: number; etaMin: number }> {
  constructor(optimizer: ScheduledOptimizer, tMax: number, options: CosineAnnealingLROptions = {}) {
    const { etaMin = 0 } = checkOptions('CosineAnnealingLR', options, cosineOptions);
    checkWhole('CosineAnnealingLR', 'tMax', tMax);
    super(optimizer, { tMax, etaMin });
    this.startAgain();
  }

  // Step by step rather than by the formula, so that it can be chained with other schedules.
  protected override rates(): number[] {
    const { tMax, etaMin } = this.own;
    const { lastEpoch } = this;
    if (this.isInitial) return this.scaled(1);
    if (this.stepCount === 1 && lastEpoch > 0) return this.ratesAtEpoch();
    const present = this.getLastLr();
    if ((lastEpoch - 1 - tMax) % (2 * tMax) === 0) {
      const rise = (1 - Math.cos(Math.PI / tMax)) / 2;
      return present.map((lr, i) => lr + ((this.baseLrs[i] ?? lr) - etaMin) * rise);
    }
    const at = (epoch: number): number => 1 + Math.cos((Math.PI * epoch) / tMax);
    return present.map((lr) => (at(lastEpoch) / at(lastEpoch - 1)) * (lr - etaMin) + etaMin);
  }
  protected override ratesAtEpoch(): number[] {
    const { tMax, etaMin } = this.own;
    const share = (1 + Math.cos((Math.PI * this.lastEpoch) / tMax)) / 2;
    return this.baseLrs.map((lr) => etaMin + (lr - etaMin) * share);
  }
}

function checkPositiveShare(label: string, name: string, value: number): void {
  if (value > 0 && value <= 1) return;
  throw new RangeError(`${label}: expected a number in (0, 1] for ${name} but received ${value}`);
}
