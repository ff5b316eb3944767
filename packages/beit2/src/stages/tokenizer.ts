/**
 * Training of the tokenizer: an encoder and a codebook from whose codes a decoder rebuilds a teacher's features
 * (VQ-KD; BEiT v2, section 2.2).
 */
import * as torch from '@beit2/torch';
import type { optim, Tensor } from '@beit2/torch';
import type { TokenizerRecipe } from '../config/schema.js';
import type { Batch } from '../data/loader.js';
import { UserError } from '../errors.js';
import { vqkdConfig } from '../open/networks.js';
import { openTeacher } from '../open/open-teacher.js';
import { CodeUsage, summarize, type CodeUsageSummary } from '../tokenizer/code-usage.js';
import { codebookHealth, effectiveRank, enoughHits } from '../tokenizer/codebook-health.js';
import { LossTally } from '../tokenizer/loss-tally.js';
import type { NormEmaQuantizer, RevivalProgress } from '../tokenizer/norm-ema-quantizer.js';
import type { Teacher } from '../tokenizer/teachers/teacher.js';
import { VQKD } from '../tokenizer/vqkd.js';
import { openOptimizer } from '../train/optimizer-groups.js';
import { Precision } from '../train/precision.js';
import { partSize, Replicas, type Group } from '../train/replicas.js';
import type { Run } from '../train/run-folder.js';
import type { StepValues } from '../train/step-metrics.js';
import { prepareEngine } from './engine.js';
import { openLoader, openTraining, openValidation, trainingTransform } from './images.js';
import { evaluateTokenizer, teacherViews, withTeacher } from './tokenizer-evaluation.js';
import { trainLoop } from './train-loop.js';

/** @throws UserError when the first batch has fewer vectors than there are codes, or the grids differ */
function checkFit(recipe: TokenizerRecipe, teacher: Teacher, group: Group): void {
  const { data, model, quantizer, batchSize, optimizer } = recipe;
  const grid = data.imageSize / model.patchSize;
  if (teacher.grid !== grid) {
    throw new UserError(
      `The teacher (${teacher.name}) has a grid of ${teacher.grid} x ${teacher.grid} features but the encoder one of ${grid} x ${grid} ` +
        'patches; choose data.imageSize, model.patchSize and teacher.imageSize to match.',
    );
  }
  // K-means starts from the first part of all ranks together.
  const vectors = partSize(batchSize, optimizer.accumulate, group) * (group?.size ?? 1) * grid ** 2;
  if (quantizer.kmeans && quantizer.codes > vectors) {
    throw new UserError(
      `The codebook has ${quantizer.codes} codes but the first batch only ${vectors} vectors to start them from; ` +
        'raise batchSize, lower quantizer.codes, or start at random with quantizer.kmeans=false.',
    );
  }
  const { revive } = quantizer;
  const average = (batchSize * grid ** 2) / quantizer.codes;
  if (revive && revive.below >= average) {
    throw new UserError(
      `quantizer.revive.below=${revive.below} would replace most codes each time, as a code has ${average.toPrecision(3)} hits a step on average; ` +
        `choose at most a tenth of that: quantizer.revive.below=${(average / 10).toPrecision(2)}.`,
    );
  }
}

/** Losses of one part of a batch, after its backward pass. */
interface PartResult {
  loss: Tensor;
  reconstructionLoss: Tensor;
  commitmentLoss: Tensor;
}

interface Parts {
  replicas: Replicas<VQKD>;
  teacher: Teacher;
  precision: Precision;
  optimizer: optim.AdamW;
  usage: EpochUsage;
  device: torch.Device;
}

/** Code use and losses of the epoch under way, or of several where one has too few patches to judge, and of those before. */
class EpochUsage {
  readonly now: CodeUsage;
  readonly losses = new LossTally();
  before: CodeUsageSummary | null = null;

  constructor(
    private readonly quantize: NormEmaQuantizer,
    private readonly device: torch.Device,
    private readonly group: Group,
  ) {
    this.now = new CodeUsage(quantize.config.codes, device);
  }

  /** Closes the epoch: tells what it was, over all ranks. */
  end(run: Run<TokenizerRecipe>, step: number): void {
    if (this.group) this.now.gather(this.group);
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
    } else if ((this.group?.rank ?? 0) > 0) this.now.reset(); // rank 0 holds the sum from here on
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
    else run.say(sentence);
  }

  toJSON(): Record<string, unknown> {
    return { usage: this.now.toJSON(), lastUsage: this.before?.counts ?? null, losses: this.losses.toJSON() };
  }

  restore({ usage, lastUsage, losses }: Record<string, unknown>): void {
    // A checkpoint holds the counts of rank 0, which has to count them once.
    if ((this.group?.rank ?? 0) === 0) this.now.restore(usage as number[]);
    this.before = lastUsage ? summarize(lastUsage as number[]) : null;
    if (losses) this.losses.restore(losses as ReturnType<LossTally['toJSON']>, this.device);
  }
}

/** Share of the codes that the counted batch hits. */
function batchCodeUse(indices: Tensor, codes: number): Tensor {
  return torch.bincount(indices.flatten(), { minlength: codes }).gt(0).float().mean();
}

/** Forward, backward and optimizer step of one batch. */
async function trainStep(
  parts: Parts,
  { optimizer: settings, batchSize, quantizer, data }: TokenizerRecipe,
  batch: Batch,
): Promise<StepValues> {
  const { replicas, teacher, precision, usage, device } = parts;
  const { accumulate } = settings;
  const size = partSize(batchSize, accumulate, replicas.group);
  const results: PartResult[] = [];
  let codeUse: Tensor | null = null;
  for (let i = 0; i < accumulate; i++) {
    const body = (images: Tensor, target: Tensor) =>
      replicas.part(i, accumulate, () => {
        const output = precision.forward(() => replicas.forward(images, target));
        precision.backward(accumulate === 1 ? output.loss : output.loss.div(accumulate));
        usage.now.add(output.indices);
        usage.losses.add(output.reconstructionLoss, target);
        return {
          loss: output.loss.detach(),
          reconstructionLoss: output.reconstructionLoss.detach(),
          commitmentLoss: output.commitmentLoss.detach(),
          used: batchCodeUse(output.indices, quantizer.codes),
        };
      });
    const { used, ...losses } = await withTeacher(
      teacher,
      data.imageSize,
      batch,
      i * size,
      size,
      device,
      body,
    );
    codeUse?.dispose();
    codeUse = used;
    results.push(losses);
  }
  const gradNorm = precision.step(parts.optimizer, settings.clipGrad);
  return replicas.mean({ ...meanOf(results), batchCodeUse: codeUse, gradNorm });
}

/** What `data.val` says of the tokenizer. */
async function evaluate(
  { replicas, teacher, precision, device }: Parts,
  batches: AsyncIterable<Batch>,
): Promise<Record<string, number>> {
  const { reconstructionLoss, usage } = await evaluateTokenizer(
    replicas.model,
    teacher,
    batches,
    precision,
    device,
  );
  return {
    valReconstructionLoss: reconstructionLoss,
    valCodeUse: usage.share,
    valPerplexity: usage.perplexity,
  };
}

/**
 * Trains as the run's recipe says, from the run's checkpoint where it is resumed. With `run.options.group` each rank calls
 * it on a run of its own and takes its part of every batch; the codebook is that of all ranks together.
 */
export async function trainTokenizer(run: Run<TokenizerRecipe>): Promise<void> {
  const { recipe } = run;
  const { group } = run.options;
  const say = (sentence: string) => run.say(sentence);
  const device = prepareEngine(recipe);

  const teacher = await openTeacher(recipe.teacher, device, say);
  checkFit(recipe, teacher, group);
  const model = new VQKD(vqkdConfig(recipe, teacher.dim), group).to({ device });
  const optimizer = openOptimizer(model, recipe.optimizer);
  const precision = new Precision(run.chooseArithmetic(device), device);
  const usage = new EpochUsage(model.quantize, device, group);
  const parts = { replicas: new Replicas(model, group), teacher, precision, optimizer, usage, device };

  const { data, batchSize } = recipe;
  const spec = { transform: trainingTransform(data, teacherViews(recipe, teacher)), batchSize };
  const source = await openTraining(recipe);
  const { loader, stepsPerEpoch } = openLoader(recipe, { ...spec, source, training: true, group }, say);
  const validation = await openValidation(run, spec);
  try {
    await trainLoop(run, {
      loader,
      stepsPerEpoch,
      show: ['loss', 'batchCodeUse'],
      state: {
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
      },
      beginEpoch: () => {
        model.quantize.resetClusterSize();
      },
      step: (batch) => trainStep(parts, recipe, batch),
      endEpoch: (step) => {
        usage.end(run, step);
      },
      evaluate: validation && (() => evaluate(parts, validation.batches())),
    });
  } finally {
    await Promise.all([loader.close(), validation?.close()]);
    run.close();
  }
}

/** Means of the parts' losses; disposes of the parts. */
function meanOf(parts: PartResult[]): PartResult {
  const [first] = parts;
  if (first && parts.length === 1) return first;
  const mean = (name: keyof PartResult) =>
    torch.scope(() => torch.stack(parts.map((part) => part[name])).mean());
  const result = {
    loss: mean('loss'),
    reconstructionLoss: mean('reconstructionLoss'),
    commitmentLoss: mean('commitmentLoss'),
  };
  for (const part of parts)
    for (const tensor of [part.loss, part.reconstructionLoss, part.commitmentLoss]) tensor.dispose();
  return result;
}
