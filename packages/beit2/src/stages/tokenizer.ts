/**
 * Training of the tokenizer: an encoder and a codebook from whose codes a decoder rebuilds a teacher's features
 * (VQ-KD; BEiT v2, section 2.2).
 */
import * as torch from '@beit2/torch';
import type { TokenizerRecipe } from '../config/schema.js';
import type { ImageSource } from '../data/sources/image-source.js';
import type { Batch } from '../data/loading/loader.js';
import { chosenBands } from '../data/rasters/bands.js';
import { UserError } from '../errors.js';
import { evaluateTokenizer } from '../evaluate/evaluate-tokenizer.js';
import { measured, withPrefix } from '../evaluate/evaluation.js';
import { hashWeights } from '../open/hash-weights.js';
import { vqkdConfig } from '../open/networks.js';
import { openTeacher } from '../open/open-teacher.js';
import { CodeUsage, summarize, type CodeUsageSummary } from '../tokenizer/code-usage.js';
import { codebookHealth, effectiveRank, enoughHits } from '../tokenizer/codebook-health.js';
import { LossTally } from '../tokenizer/loss-tally.js';
import type { NormEmaQuantizer, RevivalProgress } from '../tokenizer/norm-ema-quantizer.js';
import { type Teacher, withTeacher } from '../tokenizer/teachers/teacher.js';
import { VQKD } from '../tokenizer/vqkd.js';
import { accumulate, type Stepper } from '../train/accumulate.js';
import { evaluatedImages, ToDevice } from '../train/device-batches.js';
import { openOptimizer } from '../train/optimizer-groups.js';
import { Precision } from '../train/precision.js';
import { Replicas } from '../train/replicas.js';
import type { Run } from '../train/run/run-folder.js';
import type { TrainingState } from '../train/run/training-state.js';
import {
  openLoader,
  openTraining,
  openValidation,
  microBatchSize,
  trainingTransform,
} from '../train/training-images.js';
import type { StepValues, World } from '../train/world.js';
import { prepareEngine } from '../train/engine.js';
import { startFrom, tokenizerStart } from './start.js';
import { trainLoop } from './train-loop.js';

/** @throws UserError when the first batch has fewer vectors than there are codes, or the grids differ */
function checkFit(recipe: TokenizerRecipe, teacher: Teacher, world: World): void {
  const { data, model, quantizer, batchSize, optimizer } = recipe;
  const grid = data.imageSize / model.patchSize;
  if (teacher.grid !== grid) {
    throw new UserError(
      `The teacher (${teacher.name}) has a grid of ${teacher.grid} x ${teacher.grid} features but the encoder has one of ${grid} x ${grid} ` +
        'patches; choose data.imageSize, model.patchSize and teacher.imageSize to match.',
    );
  }
  // K-means starts from the first micro-batches of all ranks together.
  const vectors = microBatchSize(batchSize, optimizer.accumulate, world) * world.size * grid ** 2;
  if (quantizer.kmeans && quantizer.codes > vectors) {
    throw new UserError(
      `The codebook has ${quantizer.codes} codes but the first batch has only ${vectors} vectors to start them from; ` +
        'raise batchSize, lower quantizer.codes, or start at random with quantizer.kmeans=false.',
    );
  }
  const { revive } = quantizer;
  const average = (batchSize * grid ** 2) / quantizer.codes;
  if (revive && revive.below >= average) {
    throw new UserError(
      `quantizer.revive.below=${revive.below} would replace most codes each time, as a code has ${average.toPrecision(3)} hits per step on average; ` +
        `choose at most a tenth of that: quantizer.revive.below=${(average / 10).toPrecision(2)}.`,
    );
  }
}

interface Learner extends Stepper<VQKD> {
  teacher: Teacher;
  toDevice: ToDevice;
  usage: EpochUsage;
}

/**
 * Code use and losses over all ranks, of the epoch under way, or of several where one has too few patches to judge, and use
 * before.
 */
class EpochUsage {
  readonly now: CodeUsage;
  readonly losses: LossTally;
  before: CodeUsageSummary | null = null;

  constructor(
    private readonly quantize: NormEmaQuantizer,
    private readonly device: torch.Device,
    world: World,
  ) {
    this.now = new CodeUsage(quantize.config.codes, device);
    this.losses = new LossTally(world);
  }

  /** Closes the epoch: tells what it was. */
  end(run: Run<TokenizerRecipe>, step: number): void {
    const summary = this.now.summary();
    const rank = effectiveRank(this.quantize.embedding.weight, summary.counts);
    const losses = this.losses.summary();
    const worth = losses && { effectiveRank: rank, codeDim: this.quantize.config.codeDim, ...losses };
    const { quantizer } = run.recipe;
    const { level, sentence } = codebookHealth(summary, { before: this.before, worth, quantizer });
    const isJudged = level === 'collapsing' || summary.vectors >= enoughHits * summary.codes;
    if (isJudged) {
      this.before = summary;
      this.now.reset();
      this.losses.reset();
    }
    run.record({
      step,
      codeUse: summary.share,
      perplexity: summary.perplexity,
      effectiveRank: rank,
      ...(losses && { constantLoss: losses.constantLoss }),
      health: sentence,
      healthLevel: level,
    });
    if (level === 'healthy') run.note(sentence);
    else if (level === 'collapsing') run.tell({ event: 'collapsing', step, message: sentence });
    else run.say(sentence, 'warning');
  }

  toJSON(): Record<string, unknown> {
    return { usage: this.now.toJSON(), lastUsage: this.before?.counts ?? null, losses: this.losses.toJSON() };
  }

  restore({ usage, lastUsage, losses }: Record<string, unknown>): void {
    this.now.restore(usage as number[]);
    this.before = lastUsage ? summarize(lastUsage as number[]) : null;
    if (losses) this.losses.restore(losses as ReturnType<LossTally['toJSON']>, this.device);
  }
}

/** Forward, backward and optimizer step of one batch; the codebook moves once. */
async function trainStep(
  learner: Learner,
  { optimizer: settings }: TokenizerRecipe,
  batch: Batch,
): Promise<StepValues> {
  const { replicas, teacher, toDevice, usage } = learner;
  const { quantize } = replicas.model;
  const images = withTeacher(toDevice.microBatches(batch, settings.accumulate), teacher);
  const values = await accumulate(learner, settings, images, ({ images, target }, index) => {
    const forward = () => learner.precision.forward(() => replicas.forward(images, target));
    const { loss, reconstructionLoss, commitmentLoss } =
      index === settings.accumulate - 1 ? forward() : quantize.hold(forward);
    usage.losses.add(reconstructionLoss, target);
    return { loss, reconstructionLoss, commitmentLoss };
  });
  usage.now.addHits(quantize.hits);
  return { ...values, batchCodeUse: torch.scope(() => quantize.hits.gt(0).float().mean()) };
}

/** Starts from the weights that the recipe names; k-means leaves a codebook that comes with them as it is. */
async function startTokenizer(
  model: VQKD,
  recipe: TokenizerRecipe,
  say: (sentence: string) => void,
): Promise<void> {
  const report = await startFrom(model, recipe, tokenizerStart(recipe.quantizer), say);
  if (report && !report.fresh.includes('quantize.embedding.weight'))
    model.quantize.embedding.initted.fill_(1);
}

/** What is saved and found again. */
function trainingState(
  { replicas, optimizer, precision, usage }: Learner,
  device: torch.Device,
): TrainingState {
  const { model } = replicas;
  return {
    model,
    optimizer,
    generators: { default: torch.defaultGenerator(device) },
    values: {
      get: () => ({
        ...precision.stateDict(),
        ...usage.toJSON(),
        revival: model.quantize.revivalProgress(),
      }),
      set: (values) => {
        precision.loadStateDict(values);
        usage.restore(values);
        if (values.revival) model.quantize.restoreRevival(values.revival as RevivalProgress);
      },
    },
  };
}

/**
 * Trains as the run's recipe says, from the run's checkpoint where it is resumed. In a world of several ranks each calls
 * it on a run of its own and takes its part of every batch; the codebook is that of all ranks together.
 */
export async function trainTokenizer(run: Run<TokenizerRecipe>): Promise<void> {
  const { recipe, world } = run;
  const say = (sentence: string) => run.say(sentence);
  const device = prepareEngine(recipe, world);

  const teacher = await openTeacher(recipe.teacher, device, say, chosenBands(recipe.data));
  if (teacher.weights !== undefined) run.recognise('teacher.path', { weights: hashWeights(teacher.weights) });
  checkFit(recipe, teacher, world);
  const model = new VQKD(vqkdConfig(recipe, teacher.dim), world);
  if (!run.isResumed) await startTokenizer(model, recipe, say);
  model.to({ device });
  const optimizer = openOptimizer(model, recipe.optimizer, world);
  const precision = new Precision(run.chooseArithmetic(device), device);
  const usage = new EpochUsage(model.quantize, device, world);
  const replicas = new Replicas(model, world);
  const { clock } = run;
  const toDevice = new ToDevice(device, null);
  const learner = { replicas, teacher, precision, optimizer, clock, usage, toDevice };

  const { data } = recipe;
  const view = { size: data.imageSize, interpolation: data.interpolation };
  const taught = teacher.imageSize === data.imageSize ? [] : [{ ...view, size: teacher.imageSize }];
  const transform = trainingTransform(data, [view, ...taught]);
  const { loader, stepsPerEpoch } = openLoader(run, await openTraining(run), transform);
  const validation = await openValidation(run);
  const evaluate = async (source: ImageSource) => {
    const options = { ...data, ...run.evaluationOptions(), device };
    const card = { image: evaluatedImages(data) };
    const evaluation = evaluateTokenizer({ model, card, teacher, precision }, source, options);
    return withPrefix('val', (await measured(evaluation)).figures);
  };
  try {
    await trainLoop(run, {
      loader,
      stepsPerEpoch,
      show: ['loss', 'batchCodeUse'],
      state: trainingState(learner, device),
      beginEpoch: () => {
        model.quantize.resetClusterSize();
      },
      step: (batch) => trainStep(learner, recipe, batch),
      endEpoch: (step) => {
        usage.end(run, step);
      },
      evaluate: validation && (() => evaluate(validation)),
    });
  } finally {
    await loader.close();
    run.close();
  }
}
