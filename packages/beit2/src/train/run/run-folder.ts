/**
 * The folder of one run and what a training loop does with it:
 *
 *     runs/NAME/recipe.yaml  metrics.jsonl  events.out.tfevents.*  log.txt  log.jsonl
 *               checkpoints/step-00001200/...   latest -> checkpoints/step-00001200
 *               best/{checkpoints,latest}   the best weights so far, where the stage keeps them
 *
 * A loop opens a `Run`, restores its state, calls `endStep` after every optimizer step, `obeySignals` before the next one, and
 * `finish`. Rank 0 alone writes.
 */
import { rmSync } from 'node:fs';
import type { Device, Tensor } from '@beit2/torch';
import { hostname } from 'node:os';
import { setImmediate as eventLoopTurn } from 'node:timers/promises';
import { toSteps, type Recipe } from '../../config/schema.js';
import { UserError } from '../../errors.js';
import { agreedArithmetic, useArithmetic, type Arithmetic } from '../arithmetic.js';
import { openFolder } from './check-folder.js';
import { CheckpointStore, positionAt, type Position, type RunCheckpoint } from './checkpoint.js';
import { Contents, type Content } from './contents.js';
import { Interrupt, Interrupted, order } from './interrupt.js';
import { CounterRandom } from '../../data/random.js';
import { DataWait, percentOf, waitingHint } from './data-wait.js';
import type { MetricRecord } from './metrics.js';
import { guardOutput } from './output.js';
import { RunLock } from './run-lock.js';
import { type Happening, type Level, RunLog } from './run-log.js';
import { Records } from './records.js';
import { slowPrecision, type PrecisionName } from '../precision.js';
import { Progress } from './progress.js';
import type { Plan, RunOptions } from './run-options.js';
import { Saver } from './saving/saver.js';
import { DivergedError, StepMetrics, type StepNumbers } from './step-metrics.js';
import { restoreWhole } from './resuming/restore-whole.js';
import { isWhole, withWhole, type TrainingState } from './training-state.js';
import { StepClock } from '../step-clock.js';
import { measuredFlops, utilization } from '../training-flops.js';
import { type StepValues, World } from '../world.js';

export class Run<R extends Recipe = Recipe> {
  private readonly log: RunLog;
  private readonly store: CheckpointStore;
  private resumed: RunCheckpoint | null;
  private records: Records | null = null;
  private readonly interrupt: Interrupt;
  private readonly stepMetrics: StepMetrics;
  private plan: Plan = { totalSteps: 0, stepsPerEpoch: 1, show: [] };
  private progress: Progress | null = null;
  private wait: DataWait | null = null;
  private readonly saver: Saver;
  /** Where the time of the steps goes. */
  readonly clock = new StepClock();
  /** Operations a second that the machine was measured to do. */
  private peakFlops = NaN;
  /** Whether `close` removes the folder: it was made for this run, and training has not begun. */
  private leavesNothing = false;
  private startStep = 0;
  private arithmetic: Arithmetic | null = null;
  private readonly contents: Contents;
  private readonly unguard: () => void;
  private readonly lock: RunLock | null;

  /**
   * Opens the run's folder, or makes it.
   * @throws UserError when the folder holds another run, a run of another recipe, something else, or nothing to resume
   */
  constructor(
    readonly recipe: R,
    readonly options: RunOptions,
  ) {
    const { folder, resume = false, allowChanges = false, listeners = [] } = options;
    this.log = new RunLog({ folder, rank: this.world.rank, mode: options.progress ?? 'quiet', listeners });
    this.saver = new Saver(folder, recipe);
    const { isMain } = this.world;
    this.store = new CheckpointStore(folder, recipe.checkpoint.keep, (sentence) => this.say(sentence));
    const opened = isMain
      ? openFolder(folder, recipe, { resume, allowChanges }, this.store, this.say)
      : { lock: null, isNew: false, resumed: resume ? this.store.newestToLoad() : null };
    [this.lock, this.resumed, this.leavesNothing] = [opened.lock, opened.resumed, opened.isNew];
    const saved = this.resumed?.state.values.contents as Record<string, Content> | undefined;
    this.contents = new Contents(saved ?? {}, allowChanges, (sentence) => this.say(sentence));
    this.interrupt = new Interrupt((sentence) => this.say(sentence));
    this.stepMetrics = new StepMetrics(() =>
      this.saver.step < 0 ? this.store.newestPath() : this.store.pathOf(this.saver.step),
    );
    this.unguard = guardOutput((sentence) => this.note(sentence));
  }

  get world(): World {
    return this.options.world ?? World.alone;
  }

  /** What resumes the run, as the user is told. */
  private get wayOn(): string {
    return this.options.goOn ?? `new Run(recipe, { folder: '${this.folder}', resume: true })`;
  }

  get folder(): string {
    return this.options.folder;
  }

  /** Whether it goes on from a checkpoint. */
  get isResumed(): boolean {
    return this.resumed !== null;
  }

  /** Whether the checkpoint that it resumes was to be evaluated, which did not come to an end. */
  get owesEvaluation(): boolean {
    return this.resumed?.state.values.evaluationDue === true;
  }

  /** Notes what a path of the recipe holds. @throws UserError where a resumed run began with something else there */
  readonly recognise = (key: string, content: Content): void => {
    if (this.world.isMain) this.contents.check(key, content);
  };

  /** Says one line to the user and to the logs. */
  readonly say = (text: string, level?: Level): void => {
    if (this.world.isMain) this.log.say(text, level);
  };

  /** Writes one line to the logs alone. */
  note(text: string): void {
    if (this.world.isMain) this.log.note(text);
  }

  /** Tells an event. */
  readonly tell = (happening: Happening): void => {
    if (this.world.isMain) this.log.tell(happening);
  };

  /** Notes in the logs how the run ended, of each rank; the terminal hears it from whoever catches the error. */
  ended(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof DivergedError) this.log.noteEnd({ event: 'diverged', step: error.step, message });
    else this.log.noteEnd({ event: error instanceof Interrupted ? 'stopped' : 'failed', message });
  }

  /**
   * Settles how the run computes: as its checkpoint says, else with what is fastest on this machine.
   * @returns the precision of its steps
   */
  chooseArithmetic(device: Device): PrecisionName {
    const saved = this.resumed?.state.values.arithmetic as Arithmetic | undefined;
    this.arithmetic = agreedArithmetic(saved ?? null, this.recipe.precision, device, this.world);
    const { precision } = this.arithmetic;
    const difference = useArithmetic(this.arithmetic, saved);
    if (difference !== null) this.say(difference);
    this.clock.isTiming = device === 'cpu';
    this.peakFlops = measuredFlops(device, precision);
    const slow = slowPrecision(precision, device);
    if (slow !== null) this.say(slow);
    this.note(`Computing in ${precision} on ${device}: ${JSON.stringify(this.arithmetic.products)}.`);
    return precision;
  }

  /** Puts the resumed checkpoint into `state`, if there is one, and starts the progress line. @returns where to go on */
  async begin(plan: Plan, state: TrainingState): Promise<Position> {
    this.plan = plan;
    this.leavesNothing = false;
    this.resumed = this.resumed && (await restoreWhole(this.resumed, this.store, state));
    const position = positionAt(this.resumed?.state.step ?? 0, plan.stepsPerEpoch);
    this.records = this.world.isMain ? this.openRecords(position) : null;
    if (this.resumed) this.say(`Resuming from ${this.resumed.path}.`);
    this.seedRank(position, state);
    this.tellBegin(position);
    if (this.resumed) this.saver.startAt(position.step);
    const mode = this.world.isMain ? (this.options.progress ?? 'quiet') : 'quiet';
    const options = { mode, screen: mode === 'json' ? process.stdout : process.stderr };
    this.startStep = position.step;
    this.wait = plan.waitedMs ? new DataWait(plan.waitedMs) : null;
    this.progress = new Progress(this.recipe.stage, plan.totalSteps, position.step, options);
    this.log.line = this.progress;
    return position;
  }

  private openRecords({ step }: Position): Records {
    const { recipe, owesEvaluation: evaluationDue, say: warn, tell } = this;
    return new Records(this.folder, { step, evaluationDue, ...recipe.log, warn, tell });
  }

  /**
   * Rank 0 has the random numbers of the recipe or checkpoint. Those of another rank follow from seed, rank and step alone: no
   * checkpoint need hold them, and any number of ranks resumes as if it had never stopped.
   */
  protected seedRank({ step }: Position, { generators }: TrainingState): void {
    const { rank } = this.world;
    if (rank === 0) return;
    const seed = new CounterRandom(this.recipe.seed, rank, step).int(2 ** 32);
    for (const generator of Object.values(generators)) generator.manualSeed(seed);
  }

  private tellBegin({ step }: Position): void {
    const { totalSteps, stepsPerEpoch } = this.plan;
    const [host, pid, { stage }] = [hostname(), process.pid, this.recipe];
    this.note(`Step ${step} of ${totalSteps}, on ${host}, process ${pid}.`);
    const processes = this.world.size;
    this.tell({ event: 'began', stage, step, totalSteps, stepsPerEpoch, host, pid, processes });
  }

  /**
   * What follows an optimizer step: numbers to the progress line and, every `log.every` steps, to the metrics;
   * a checkpoint when one is due. Lets the event loop turn once.
   * @param images that the step took, over all ranks
   * @param values numbers or one-element tensors, which are disposed of; null leaves one out
   * @param evaluationDue an evaluation follows: a checkpoint comes first, which a resumed run evaluates where this one cannot
   * @throws UserError when a value is NaN or infinite, or the disk is full
   */
  async endStep(
    position: Position,
    images: number,
    values: StepValues,
    state: TrainingState,
    evaluationDue = false,
  ): Promise<void> {
    this.interrupt.listen();
    this.seedRank(position, state);
    this.wait?.step();
    this.clock.step();
    this.report(this.stepMetrics.push(position.step, values), images);
    this.hintAtWaiting(position);
    await eventLoopTurn();
    this.saver.check();
    const every = toSteps(this.recipe.checkpoint.every, this.plan.stepsPerEpoch);
    if (evaluationDue || position.step % every === 0) await this.save(position, state, evaluationDue);
    else if (this.world.isMain && this.saver.isUnprepared) this.saver.prepare(state);
  }

  /** Waits until the checkpoints are on the disk; on ranks that write none, too, as the end of one ends all. */
  private async everythingSaved(): Promise<void> {
    await this.saver.settled();
    await this.world.barrier();
  }

  /** Aborted when a signal stops the run: what waits for data then gives up, and `obeySignals` follows. */
  get stopSignal(): AbortSignal {
    return this.interrupt.signal;
  }

  /**
   * Between two steps does what signals ask for: a checkpoint, or a checkpoint and the end. A signal may reach the ranks at
   * different steps, so that all of them ask one another here.
   * @throws Interrupted after a signal that stops the run, once saved
   */
  async obeySignals(position: Position, state: TrainingState): Promise<void> {
    const start = performance.now();
    const asked = await this.world.maxLater(this.interrupt.take());
    if (this.world.size > 1) this.clock.add('communication', performance.now() - start);
    if (asked === order.none) return;
    await this.save(position, state);
    await this.everythingSaved();
    if (asked !== order.save) throw this.interrupted(position.step, asked);
    if (this.options.progress !== 'lines') this.say(`Saved step ${position.step} on a signal.`);
  }

  private report(numbers: StepNumbers | null, images: number): void {
    if (!numbers) return;
    const { step, values } = numbers;
    const shown = this.plan.show.flatMap((name) =>
      name in values ? [[name, values[name] ?? 0] as const] : [],
    );
    this.progress?.update(step, images, Object.fromEntries(shown));
    if (step % this.recipe.log.every !== 0 && step !== this.plan.totalSteps) return;
    const imagesPerSecond = Math.round(this.progress?.rate().imagesPerSecond ?? 0);
    const dataWait = this.wait?.sinceRecord() ?? null;
    const counted = { ...(dataWait !== null && { dataWait }), ...this.plan.counts?.() };
    const times = this.clock.take();
    const speed = times && {
      ...times,
      ...utilization(this.recipe, this.world.size, times.stepSeconds, this.peakFlops),
    };
    this.record({ step, ...values, imagesPerSecond, ...counted, ...speed });
  }

  private hintAtWaiting({ step }: Position): void {
    const { data } = this.recipe;
    // The first epoch after a start fills the cache.
    if (data.cache > 0 && step - this.startStep <= this.plan.stepsPerEpoch) this.wait?.forgive();
    const share = this.wait?.excess() ?? null;
    if (share !== null)
      this.tell({ event: 'starved', step, dataWait: share, message: waitingHint(share, data) });
  }

  /** What a pass over images of an evaluation hears; it ends with the reason of `stopSignal` when a signal stops the run. */
  evaluationOptions(): { say: (sentence: string) => void; signal: AbortSignal } {
    const say = (sentence: string) => {
      if (this.world.isMain) this.log.sayOnce(sentence);
    };
    return { say, signal: this.stopSignal };
  }

  /** Records what the evaluation after a step found, and completes the checkpoint that came before it. */
  evaluated(position: Position, figures: Record<string, number>, state: TrainingState): void {
    this.record({ step: position.step, ...figures });
    // Not the optimizer's: of a run that was resumed for the evaluation alone they are not those of its last step.
    const values = { ...state.values?.get(), evaluationDue: false };
    if (this.world.isMain) this.saver.amend(position.step, values);
  }

  /**
   * Saves the last whole step after a failure, and waits for what is on its way to the disk.
   * @returns the error to throw: `error`, with what was saved
   */
  async rescue(error: unknown, position: Position, state: TrainingState): Promise<unknown> {
    if (position.step === 0 || !this.world.isMain) return error;
    const isEnd = error instanceof Interrupted || error instanceof DivergedError;
    const isOfSaving = error instanceof Interrupted || this.saver.hasThrown(error);
    let outcome = '';
    try {
      const last = isWhole(state) ? position.step : this.saver.step; // other ranks may not be there to ask
      if (!isEnd && last > 0) {
        if (last === position.step) await this.save(position, state);
        outcome = `Step ${last} is saved; resume with: ${this.wayOn}`;
      }
      await this.saver.settled();
    } catch (second) {
      if (!(second instanceof UserError)) return error;
      if (isOfSaving) return second; // nothing else went wrong
      outcome = second.message;
    }
    if (outcome === '') return error;
    if (error instanceof UserError) return new UserError(`${error.message} ${outcome}`, { cause: error });
    this.say(outcome);
    return error;
  }

  /** Writes one record to the metrics and the event file. @throws UserError when the disk is full */
  record(record: MetricRecord): void {
    this.records?.write(record);
  }

  /**
   * Keeps a model in the run's folder `best/`, which is laid out as a run's own checkpoints, in place of the one before.
   * @param metadata texts for its header, beside the recipe
   */
  async keepBest(
    position: Position,
    model: ReadonlyMap<string, Tensor>,
    values: Record<string, unknown>,
    metadata: Record<string, string>,
  ): Promise<void> {
    if (this.world.isMain) await this.saver.keepBest(position, model, values, metadata);
  }

  /** Runs something that is not training, such as an evaluation, without spoiling the rate. */
  async aside<T>(body: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const result = await body();
    this.progress?.pause(performance.now() - start);
    this.wait?.pause(performance.now() - start);
    this.clock.pause(performance.now() - start);
    return result;
  }

  /** Hands a checkpoint to the thread that writes it; training goes on once its tensors are copied. */
  private async save(position: Position, state: TrainingState, evaluationDue = false): Promise<void> {
    this.report(this.stepMetrics.flush(), 0); // a step that went wrong must not be saved
    const { step } = position;
    if (this.saver.step === step) return;
    const start = performance.now();
    const whenSaved = (path: string) => {
      this.tell({ event: 'saved', step, path, seconds: (performance.now() - start) / 1000 });
      if (this.options.progress === 'lines') this.say(`Saved ${path}.`);
    };
    const values = { arithmetic: this.arithmetic, contents: this.contents.toJSON(), evaluationDue };
    await withWhole(state, this.world, () => this.saver.save(position, state, values, whenSaved));
    if (!this.world.isMain) this.saver.startAt(step); // rank 0 wrote it
    this.clock.add('checkpoint', performance.now() - start);
  }

  private interrupted(step: number, exitCode: number): Interrupted {
    this.close();
    return new Interrupted(`Stopped after step ${step} and saved; resume with: ${this.wayOn}`, exitCode);
  }

  /** Saves the end of the run. */
  async finish(position: Position, state: TrainingState): Promise<void> {
    await this.save(position, state);
    await this.everythingSaved();
    const share = this.wait?.overall() ?? null;
    if (share !== null) this.say(`Waited for data ${percentOf(share)} of the time.`);
    this.tell({ event: 'finished', step: position.step });
    this.close();
  }

  /** Lets go of files, signals and the progress line; also after an error. A run that never began leaves no folder. */
  close(): void {
    this.progress?.end();
    this.progress = null;
    this.log.line = null;
    this.interrupt.close();
    this.unguard();
    this.saver.close();
    this.lock?.release();
    this.records?.close();
    if (this.leavesNothing) rmSync(this.folder, { recursive: true, force: true });
  }
}
