/** Schedules that rise and fall: restarts, cycles, one cycle. */
import { checkOptions, type OptionNames } from '../../options.js';
import { checkChoice } from '../checks.js';
import {
  checkShare,
  checkWhole,
  eachGroup,
  LRScheduler,
  type ScheduledGroup,
  type ScheduledOptimizer,
  type SchedulerState,
  checkOptimizer,
} from './scheduler.js';

/** Options of CosineAnnealingWarmRestarts. */
export interface WarmRestartsOptions {
  /** Factor of the length after each restart, a whole number. @default 1 */
  tMult?: number;
  /** Least rate. @default 0 */
  etaMin?: number;
}
const restartOptions: OptionNames<WarmRestartsOptions> = { tMult: true, etaMin: true };

/** Half cosines from the base rate to etaMin, the first of `t0` epochs (SGDR; Loshchilov and Hutter, 2017). */
export class CosineAnnealingWarmRestarts extends LRScheduler {
  #t0: number;
  #tMult: number;
  #etaMin: number;
  // Epochs since the last restart, and to the next one.
  #tCur = -1;
  #tI: number;

  constructor(optimizer: ScheduledOptimizer, t0: number, options: WarmRestartsOptions = {}) {
    const label = 'CosineAnnealingWarmRestarts';
    const { tMult = 1, etaMin = 0 } = checkOptions(label, options, restartOptions);
    super(optimizer);
    checkWhole(label, 't0', t0);
    checkWhole(label, 'tMult', tMult);
    this.#t0 = t0;
    this.#tI = t0;
    this.#tMult = tMult;
    this.#etaMin = etaMin;
    this.startAgain();
  }

  override step(): void {
    this.#tCur++;
    if (this.#tCur >= this.#tI) {
      this.#tCur %= this.#tI;
      this.#tI *= this.#tMult;
    }
    super.step();
  }
  override startAgain(): void {
    this.#tCur = -1;
    this.#tI = this.#t0;
    super.startAgain();
  }
  override enter(): void {
    this.#tCur = 0;
    this.#tI = this.#t0;
    super.enter();
  }

  protected override rates(): number[] {
    const share = (1 + Math.cos((Math.PI * this.#tCur) / this.#tI)) / 2;
    return this.baseLrs.map((lr) => this.#etaMin + (lr - this.#etaMin) * share);
  }
  protected override settings(): SchedulerState {
    return { t0: this.#t0, tMult: this.#tMult, etaMin: this.#etaMin, tCur: this.#tCur, tI: this.#tI };
  }
  protected override takeSettings(settings: SchedulerState): void {
    const { t0, tMult, etaMin, tCur, tI } = settings as Record<
      't0' | 'tMult' | 'etaMin' | 'tCur' | 'tI',
      number
    >;
    this.#t0 = t0;
    this.#tMult = tMult;
    this.#etaMin = etaMin;
    this.#tCur = tCur;
    this.#tI = tI;
  }
}

/** Momentum, or Adam's first beta. */
function setMomentum(group: ScheduledGroup, momentum: number): void {
  if (group.betas !== undefined) group.betas = [momentum, group.betas[1]];
  else group.momentum = momentum;
}

function checkMomentum(label: string, { paramGroups }: ScheduledOptimizer): void {
  if (paramGroups.every(({ momentum, betas }) => momentum !== undefined || betas !== undefined)) return;
  throw new Error(`${label}: this optimizer has neither momentum nor betas: pass cycleMomentum: false`);
}

/** Options of OneCycleLR. */
export interface OneCycleLROptions {
  /** Share of the steps in which the rate rises. @default 0.3 */
  pctStart?: number;
  /** @default 'cos' */
  annealStrategy?: 'cos' | 'linear';
  /** Let the momentum (or Adam's first beta) fall while the rate rises. @default true */
  cycleMomentum?: boolean;
  /** Momentum at the highest rate; one for all groups or one for each. @default 0.85 */
  baseMomentum?: number | readonly number[];
  /** Momentum at the ends. @default 0.95 */
  maxMomentum?: number | readonly number[];
  /** The first rate is maxLr / divFactor. @default 25 */
  divFactor?: number;
  /** The last rate is the first / finalDivFactor. @default 1e4 */
  finalDivFactor?: number;
  /** Come back to the first rate before the last falls. @default false */
  threePhase?: boolean;
}
const oneCycleOptions: OptionNames<OneCycleLROptions> = {
  pctStart: true,
  annealStrategy: true,
  cycleMomentum: true,
  baseMomentum: true,
  maxMomentum: true,
  divFactor: true,
  finalDivFactor: true,
  threePhase: true,
};

type Level = 'initial' | 'max' | 'min';
/** A part of the cycle up to step `end`: rates from one level to the next, and whether the momentum falls, rises or stays. */
interface Phase {
  end: number;
  from: Level;
  to: Level;
  momentum: 'falls' | 'rises' | 'stays';
}

/** Up to a high rate and down to almost none, in `totalSteps` steps (Smith and Topin, 2019); step() after each batch. */
export class OneCycleLR extends LRScheduler {
  readonly totalSteps: number;
  readonly #phases: readonly Phase[];
  readonly #anneal: (start: number, end: number, share: number) => number;
  readonly #cycleMomentum: boolean;
  readonly #levels: Record<Level, number>[];
  readonly #momenta: { base: number; max: number }[];

  /** @param maxLr The highest rate: one for all groups or one for each. */
  constructor(
    optimizer: ScheduledOptimizer,
    maxLr: number | readonly number[],
    totalSteps: number,
    options: OneCycleLROptions = {},
  ) {
    const {
      pctStart = 0.3,
      annealStrategy = 'cos',
      cycleMomentum = true,
      threePhase = false,
      ...rest
    } = checkOptions('OneCycleLR', options, oneCycleOptions);
    const { baseMomentum = 0.85, maxMomentum = 0.95, divFactor = 25, finalDivFactor = 1e4 } = rest;
    checkWhole('OneCycleLR', 'totalSteps', totalSteps);
    checkShare('OneCycleLR', 'pctStart', pctStart);
    checkChoice('OneCycleLR', 'annealStrategy', annealStrategy, ['cos', 'linear']);
    super(optimizer);
    this.totalSteps = totalSteps;
    this.#phases = phasesOf(totalSteps, pctStart, threePhase);
    this.#anneal = annealStrategy === 'cos' ? alongCosine : alongLine;
    this.#cycleMomentum = cycleMomentum;
    if (cycleMomentum) checkMomentum('OneCycleLR', optimizer);
    const bases = eachGroup('OneCycleLR', 'baseMomentum', baseMomentum, optimizer);
    const tops = eachGroup('OneCycleLR', 'maxMomentum', maxMomentum, optimizer);
    this.#momenta = bases.map((base, i) => ({ base, max: tops[i] ?? base }));
    this.#levels = eachGroup('OneCycleLR', 'maxLr', maxLr, optimizer).map((max) => {
      const initial = max / divFactor;
      return { initial, max, min: initial / finalDivFactor };
    });
    this.baseLrs = this.#levels.map(({ initial }) => initial);
    optimizer.paramGroups.forEach((group, i) => (group.initialLr = this.baseLrs[i] ?? group.lr));
    this.startAgain();
  }

  /** @throws RangeError beyond the last step. */
  override step(): void {
    if (this.lastEpoch >= this.totalSteps) {
      throw new RangeError(
        `OneCycleLR: step() was called more than the ${this.totalSteps} times of the cycle`,
      );
    }
    super.step();
  }

  protected override rates(): number[] {
    const step = this.lastEpoch;
    const index = this.#phases.findIndex(({ end }) => step <= end);
    const at = index < 0 ? this.#phases.length - 1 : index;
    const phase = this.#phases[at] as Phase;
    const start = this.#phases[at - 1]?.end ?? 0;
    const share = (step - start) / (phase.end - start);
    return this.optimizer.paramGroups.map((group, i) => {
      const levels = this.#levels[i] as Record<Level, number>;
      const { base, max } = this.#momenta[i] ?? { base: 0, max: 0 };
      if (this.#cycleMomentum) {
        const [from, to] =
          phase.momentum === 'falls' ? [max, base] : phase.momentum === 'rises' ? [base, max] : [max, max];
        setMomentum(group, this.#anneal(from, to, share));
      }
      return this.#anneal(levels[phase.from], levels[phase.to], share);
    });
  }
  protected override settings(): SchedulerState {
    return { totalSteps: this.totalSteps };
  }
  protected override takeSettings({ totalSteps }: SchedulerState): void {
    if (totalSteps === this.totalSteps) return;
    throw new Error(
      `loading OneCycleLR: the state is of ${String(totalSteps)} steps, this schedule has ${this.totalSteps}`,
    );
  }
}

function phasesOf(totalSteps: number, pctStart: number, threePhase: boolean): Phase[] {
  const rise: Phase = { end: pctStart * totalSteps - 1, from: 'initial', to: 'max', momentum: 'falls' };
  if (!threePhase) return [rise, { end: totalSteps - 1, from: 'max', to: 'min', momentum: 'rises' }];
  return [
    rise,
    { end: 2 * pctStart * totalSteps - 2, from: 'max', to: 'initial', momentum: 'rises' },
    { end: totalSteps - 1, from: 'initial', to: 'min', momentum: 'stays' },
  ];
}

function alongCosine(start: number, end: number, share: number): number {
  return end + ((start - end) / 2) * (Math.cos(Math.PI * share) + 1);
}
function alongLine(start: number, end: number, share: number): number {
  return (end - start) * share + start;
}

/** Options of CyclicLR. */
export interface CyclicLROptions {
  /** Steps in which the rate rises. @default 2000 */
  stepSizeUp?: number;
  /** Steps in which it falls. @default stepSizeUp */
  stepSizeDown?: number;
  /** Whether the peaks stay, halve with each cycle, or fall by gamma with each step. @default 'triangular' */
  mode?: 'triangular' | 'triangular2' | 'exp_range';
  /** For `exp_range`. @default 1 */
  gamma?: number;
  /** Factor of the peak, in place of a mode. */
  scaleFn?: (x: number) => number;
  /** Whether scaleFn takes the number of the cycle (from 1) or of the step. @default 'cycle' */
  scaleMode?: 'cycle' | 'iterations';
  /** Let the momentum (or Adam's first beta) fall while the rate rises. @default true */
  cycleMomentum?: boolean;
  /** @default 0.8 */
  baseMomentum?: number | readonly number[];
  /** @default 0.9 */
  maxMomentum?: number | readonly number[];
}
const cyclicOptions: OptionNames<CyclicLROptions> = {
  stepSizeUp: true,
  stepSizeDown: true,
  mode: true,
  gamma: true,
  scaleFn: true,
  scaleMode: true,
  cycleMomentum: true,
  baseMomentum: true,
  maxMomentum: true,
};

/** Between two rates, over and over (Smith, 2017); step() after each batch. */
export class CyclicLR extends LRScheduler {
  readonly #maxLrs: number[];
  readonly #total: number;
  readonly #ratio: number;
  readonly #scale: (cycle: number, step: number) => number;
  readonly #cycleMomentum: boolean;
  readonly #momenta: { base: number; max: number }[];

  constructor(
    optimizer: ScheduledOptimizer,
    baseLr: number | readonly number[],
    maxLr: number | readonly number[],
    options: CyclicLROptions = {},
  ) {
    const {
      stepSizeUp = 2000,
      cycleMomentum = true,
      ...rest
    } = checkOptions('CyclicLR', options, cyclicOptions);
    checkOptimizer('CyclicLR', optimizer);
    const { stepSizeDown = stepSizeUp, baseMomentum = 0.8, maxMomentum = 0.9 } = rest;
    checkWhole('CyclicLR', 'stepSizeUp', stepSizeUp);
    checkWhole('CyclicLR', 'stepSizeDown', stepSizeDown);
    const bases = eachGroup('CyclicLR', 'baseLr', baseLr, optimizer);
    optimizer.paramGroups.forEach((group, i) => (group.lr = bases[i] ?? group.lr));
    super(optimizer);
    this.baseLrs = bases;
    this.#maxLrs = eachGroup('CyclicLR', 'maxLr', maxLr, optimizer);
    this.#total = stepSizeUp + stepSizeDown;
    this.#ratio = stepSizeUp / this.#total;
    this.#scale = scaleOf(rest);
    this.#cycleMomentum = cycleMomentum;
    if (cycleMomentum) checkMomentum('CyclicLR', optimizer);
    const tops = eachGroup('CyclicLR', 'maxMomentum', maxMomentum, optimizer);
    this.#momenta = eachGroup('CyclicLR', 'baseMomentum', baseMomentum, optimizer).map((base, i) => ({
      base,
      max: tops[i] ?? base,
    }));
    this.startAgain();
  }

  protected override rates(): number[] {
    const cycle = Math.floor(1 + this.lastEpoch / this.#total);
    const x = 1 + this.lastEpoch / this.#total - cycle;
    const height = x <= this.#ratio ? x / this.#ratio : (x - 1) / (this.#ratio - 1);
    const scale = this.#scale(cycle, this.lastEpoch);
    if (this.#cycleMomentum) {
      this.optimizer.paramGroups.forEach((group, i) => {
        const { base, max } = this.#momenta[i] ?? { base: 0, max: 0 };
        setMomentum(group, max - (max - base) * height * scale);
      });
    }
    return this.baseLrs.map((base, i) => base + ((this.#maxLrs[i] ?? base) - base) * height * scale);
  }
  // The cycle is that of the constructor's arguments.
  protected override settings(): SchedulerState {
    return {};
  }
  protected override takeSettings(): void {
    // there are none
  }
}

function scaleOf(options: CyclicLROptions): (cycle: number, step: number) => number {
  const { mode = 'triangular', gamma = 1, scaleFn, scaleMode = 'cycle' } = options;
  if (scaleFn !== undefined) return (cycle, step) => scaleFn(scaleMode === 'cycle' ? cycle : step);
  switch (mode) {
    case 'triangular':
      return () => 1;
    case 'triangular2':
      return (cycle) => 1 / 2 ** (cycle - 1);
    case 'exp_range':
      return (_, step) => gamma ** step;
    default:
      throw new RangeError(
        `CyclicLR: expected 'triangular', 'triangular2' or 'exp_range' for mode but received '${String(mode)}'`,
      );
  }
}
