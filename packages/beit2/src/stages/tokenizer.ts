/**
 * Training of the tokenizer: an encoder and a codebook from whose codes a decoder rebuilds a teacher's features
 * (VQ-KD; BEiT v2, section 2.2).
 */
import * as torch from '@beit2/torch';
import { optim, type Tensor } from '@beit2/torch';
import { toSteps, type TokenizerRecipe } from '../config/schema.js';
import { openSource } from '../data/open-source.js';
import { UserError } from '../errors.js';
import { CodeUsage, summarize, type CodeUsageSummary } from '../tokenizer/code-usage.js';
import { codebookHealth } from '../tokenizer/codebook-health.js';
import type { RevivalProgress } from '../tokenizer/norm-ema-quantizer.js';
import type { Teacher } from '../tokenizer/teachers/teacher.js';
import { VQKD } from '../tokenizer/vqkd.js';
import { parameterGroups } from '../train/optimizer-groups.js';
import { Precision } from '../train/precision.js';
import type { Run } from '../train/run-folder.js';
import type { TrainingState } from '../train/training-state.js';
import { applySchedule } from './apply-schedule.js';
import { prepareEngine } from './engine.js';
import { openLoader, openTraining, trainingTransform } from './images.js';
import { openTeacher } from './open-teacher.js';
import { evaluateTokenizer, teacherViews, withTeacher } from './tokenizer-evaluation.js';
import { vqkdConfig } from './trained.js';

/** @throws UserError when the first batch has fewer vectors than there are codes, or the grids differ */
function checkFit(recipe: TokenizerRecipe, teacher: Teacher): void {
  const { data, model, quantizer, batchSize, optimizer } = recipe;
  const grid = data.imageSize / model.patchSize;
  if (teacher.grid !== grid) {
    throw new UserError(
      `The teacher (${teacher.name}) has a grid of ${teacher.grid} x ${teacher.grid} features but the encoder one of ${grid} x ${grid} ` +
        'patches; choose data.imageSize, model.patchSize and teacher.imageSize to match.',
    );
  }
  const vectors = (batchSize / optimizer.accumulate) * grid ** 2;
  if (quantizer.kmeans && quantizer.codes > vectors) {
    throw new UserError(
      `The codebook has ${quantizer.codes} codes but the first batch only ${vectors} vectors to start them from; ` +
        'raise batchSize, lower quantizer.codes, or start at random with quantizer.kmeans=false.',
    );
  }
}

/** Losses of one part of a batch, after its backward pass. */
interface PartResult {
  loss: Tensor;
  reconstructionLoss: Tensor;
  commitmentLoss: Tensor;
}

/** Share of the codes that the counted batch hits. */
function batchCodeUse(indices: Tensor, codes: number): Tensor {
  return torch.bincount(indices.flatten(), { minlength: codes }).gt(0).float().mean();
}

/** Trains as the run's recipe says, from the run's checkpoint where it is resumed. */
export async function trainTokenizer(run: Run<TokenizerRecipe>): Promise<void> {
  const { recipe } = run;
  const { data, optimizer: settings, batchSize, quantizer } = recipe;
  const say = (sentence: string) => run.say(sentence);
  const device = prepareEngine(recipe);

  const teacher = await openTeacher(recipe.teacher, device, say);
  checkFit(recipe, teacher);
  const model = new VQKD(vqkdConfig(recipe, teacher.dim)).to({ device });
  const groups = parameterGroups(model.namedParameters(), { weightDecay: settings.weightDecay });
  const optimizer = new optim.AdamW(
    groups.map((group) => ({ ...group })),
    { lr: settings.lr, betas: settings.betas, eps: settings.eps },
  );
  const precision = new Precision(recipe.precision, device);
  const usage = new CodeUsage(quantizer.codes, device); // of the epoch under way
  let lastUsage: CodeUsageSummary | null = null; // of the epoch before
  const state: TrainingState = {
    model,
    optimizer,
    generators: { default: torch.defaultGenerator(device) },
    values: {
      get: () => ({
        ...precision.stateDict(),
        usage: usage.toJSON(),
        lastUsage: lastUsage?.counts ?? null,
        revival: model.quantize.revivalProgress(),
      }),
      set: (values) => {
        precision.loadStateDict(values);
        usage.restore(values.usage as number[]);
        lastUsage = values.lastUsage ? summarize(values.lastUsage as number[]) : null;
        if (values.revival) model.quantize.restoreRevival(values.revival as RevivalProgress);
      },
    },
  };

  const spec = { transform: trainingTransform(data, teacherViews(recipe, teacher)), batchSize };
  const source = await openTraining(recipe);
  const { loader, stepsPerEpoch } = openLoader(recipe, { ...spec, source, training: true }, say);
  const validation =
    data.val === null
      ? null
      : openLoader(recipe, { ...spec, source: await openSource(data.val), training: false }, say).loader;
  const totalSteps = toSteps(recipe.duration, stepsPerEpoch);
  const evaluateEvery = toSteps(recipe.evaluate.every, stepsPerEpoch);

  try {
    let position = run.begin({ totalSteps, stepsPerEpoch, show: ['loss', 'batchCodeUse'] }, state);
    const range = { epoch: position.epoch, step: position.epochStep, epochs: Infinity };
    for await (const batch of position.step < totalSteps ? loader.batches(range) : []) {
      if (position.epochStep === 0) model.quantize.resetClusterSize();
      const rates = applySchedule(optimizer, recipe, position.step, { totalSteps, stepsPerEpoch });
      const size = batchSize / settings.accumulate;
      const parts: PartResult[] = [];
      let codeUse: Tensor | null = null;
      for (let i = 0; i < settings.accumulate; i++) {
        const { used, ...losses } = await withTeacher(
          teacher,
          data.imageSize,
          batch,
          i * size,
          size,
          device,
          (images, target) => {
            const output = precision.forward(() => model.forward(images, target));
            precision.backward(
              settings.accumulate === 1 ? output.loss : output.loss.div(settings.accumulate),
            );
            usage.add(output.indices);
            return {
              loss: output.loss.detach(),
              reconstructionLoss: output.reconstructionLoss.detach(),
              commitmentLoss: output.commitmentLoss.detach(),
              used: batchCodeUse(output.indices, quantizer.codes),
            };
          },
        );
        codeUse?.dispose();
        codeUse = used;
        parts.push(losses);
      }
      const gradNorm = precision.step(optimizer, settings.clipGrad);
      const step = position.step + 1;
      position = { step, epoch: Math.floor(step / stepsPerEpoch), epochStep: step % stepsPerEpoch };

      if (position.epochStep === 0 || step === totalSteps) {
        const now = usage.summary();
        const { level, sentence } = codebookHealth(now, lastUsage);
        run.record({ step, codeUse: now.share, perplexity: now.perplexity, health: sentence });
        if (level === 'healthy') run.note(sentence);
        else run.say(sentence);
        lastUsage = now;
        usage.reset();
      }
      if (validation && (step % evaluateEvery === 0 || step === totalSteps)) {
        const result = await run.aside(() =>
          evaluateTokenizer(model, teacher, validation.batches(), precision, device),
        );
        const { share, perplexity } = result.usage;
        run.record({
          step,
          valReconstructionLoss: result.reconstructionLoss,
          valCodeUse: share,
          valPerplexity: perplexity,
        });
      }
      await run.endStep(
        position,
        batchSize,
        { ...meanOf(parts), batchCodeUse: codeUse, gradNorm, ...rates },
        state,
      );
      if (step === totalSteps) break;
    }
    run.finish(position, state);
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
