/**
 * What a recipe may say: one zod schema a stage, no defaults in code. The defaults, their units and reasons
 * stand in `recipes/tokenizer.yaml`, `recipes/pretrain.yaml` and `recipes/finetune.yaml`, which every other recipe extends.
 */
import { z } from 'zod';
import { activations, interpolations, precisions } from './choices.js';

const count = z.int().positive();
const positive = z.number().positive();
const share = z.number().min(0).max(1);
const range = z.tuple([positive, positive]).refine(([low, high]) => low <= high, {
  message: 'the first number must not exceed the second',
});
const mostChannels = 16;
const perChannel = z.array(z.number()).min(1).max(mostChannels);
const divisor = z.number().positive({ message: 'must be above 0, because the channel is divided by it' });
const divisors = z.array(divisor).min(1).max(mostChannels);

/** How long, in epochs (fractions allowed) or in optimizer steps: exactly one of the two. */
const durationSchema = z
  .strictObject({ epochs: positive.optional(), steps: count.optional() })
  .refine((value) => (value.epochs === undefined) !== (value.steps === undefined), {
    message: 'give either epochs or steps',
  });
export type Duration = z.infer<typeof durationSchema>;

const warmupSchema = z
  .strictObject({ epochs: z.number().min(0).optional(), steps: z.int().min(0).optional() })
  .refine((value) => (value.epochs === undefined) !== (value.steps === undefined), {
    message: 'give either epochs or steps',
  });

/** Keys that every stage has. */
const common = {
  name: z.string().regex(/^[\w.-]+$/, 'use letters, digits, dots, dashes and underscores only'),
  init: z.string().nullable(),
  initChannels: z
    .enum(['names', 'mean', 'repeat'])
    .optional()
    .describe(
      'where the init weights have other channels: names (default) takes channels of the same name and for others the mean, mean takes the mean for all, repeat goes through them in turn',
    ),
  initEntry: z
    .string()
    .optional()
    .describe('entry of the init file that holds the weights, if it has several'),
  seed: z.int().min(0).max(0xffff_ffff),
  device: z.string().regex(/^(auto|cpu|mps|cuda(:\d+)?)$/, 'use auto, cpu, mps, cuda or cuda:N'),
  precision: z.enum(precisions),
  threads: z.union([z.literal('auto'), count]),
  duration: durationSchema,
  batchSize: count,
  optimizer: z.strictObject({
    lr: positive,
    betas: z.tuple([share, share]),
    eps: positive,
    weightDecay: z.number().min(0),
    weightDecayEnd: z.number().min(0),
    clipGrad: positive.nullable(),
    accumulate: count,
    shard: z.boolean(),
  }),
  schedule: z.strictObject({ warmup: warmupSchema, minLr: z.number().min(0) }),
  evaluate: z.strictObject({ every: durationSchema }),
  checkpoint: z.strictObject({ every: durationSchema, keep: count }),
  log: z.strictObject({ every: count, tensorboard: z.boolean() }),
};

const sourceSchema = z.union([z.string(), z.array(z.string()).nonempty()]).nullable();
const weightedSource = z.strictObject({ path: z.string(), weight: positive });
/** Training may draw the images of one source more often than those of another. */
const trainingSourceSchema = z
  .union([z.string(), z.array(z.union([z.string(), weightedSource])).nonempty()])
  .nullable();

const channel = z.union([
  count,
  z
    .string()
    .regex(
      /^[^=,[\]{}]+(=[1-9]\d*)?$/,
      'must be the number of a band from 1, its name in the file, or NAME=NUMBER',
    ),
]);
const window = z.tuple([z.number(), z.number()]).refine(([low, high]) => low < high, {
  message: 'the first number must be below the second',
});

/** Which bands of the images are used, and what values of theirs become 0 and 1. */
const bands = {
  channels: z.union([z.literal('rgb'), z.array(channel).min(1).max(mostChannels)], {
    error: 'must be rgb, or a list of 1 to 16 bands such as [B02=1, B03=2]',
  }),
  window: z.union([z.literal('type'), window, z.array(window)], {
    error: 'must be type, or [LOW, HIGH], or one such pair for each channel, LOW below HIGH',
  }),
};

const data = {
  ...bands,
  train: trainingSourceSchema,
  val: sourceSchema,
  image: z.string().nullable(),
  exclude: z.string().nullable(),
  limit: count.nullable(),
  shuffle: z.strictObject({ run: count, buffer: count }).nullable(),
  imageSize: count,
  cropScale: range,
  cropRatio: range,
  interpolation: z.enum(interpolations),
  flip: share,
  flipVertical: share,
  turns: z.boolean(),
  evalCrop: z.number().positive().max(1),
  workers: count,
  prefetch: count,
  cache: z.number().min(0),
  maxBroken: share,
};

/** Sizes of a vision transformer. */
const transformer = {
  patchSize: count,
  dim: count,
  depth: count,
  heads: count,
  mlpRatio: positive,
  dropPath: share,
};

const positionSchema = z.enum(['absolute', 'shared', 'per-block']);

const reviveSchema = z.strictObject({ after: count, below: z.number().min(0) });

/** A share below 1, or a whole number. */
const shareOrCount = positive.refine((value) => value < 1 || Number.isInteger(value), {
  message: 'must be a share below 1 or a whole number of patches',
});

/** What may be said of weights in place of what they, and the files beside them, tell. */
const said = {
  entry: z.string().optional().describe('entry of the file that holds the weights, if it has several'),
  heads: count.optional().describe('number of attention heads, if the weights do not specify it'),
  eps: positive.optional().describe('epsilon of the layer norms, if the weights do not specify it'),
  activation: z
    .enum(activations)
    .optional()
    .describe('activation function of the MLPs, if the weights do not specify it'),
};
const channels = {
  mean: 'for each channel in [0, 1], if the weights do not specify it',
  std: 'the same',
};
const seen = {
  channels: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('names of the data.channels that it gets, in its order; all where it takes as many'),
};
const weights = {
  path: z.string().nullable(),
  imageSize: count,
  ...said,
  ...seen,
  mean: perChannel.optional().describe(channels.mean),
  std: divisors.optional().describe(channels.std),
};

const teacherSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('clip'), ...weights }),
  z.strictObject({ kind: z.literal('dino'), ...weights }),
  z.strictObject({
    kind: z.literal('onnx'),
    path: z.string(),
    output: z.string().describe('name of the output with the features (onnx teachers only)'),
    imageSize: count,
    ...seen,
    mean: perChannel.describe(channels.mean),
    std: divisors.describe(channels.std),
  }),
  z.strictObject({ kind: z.literal('beit2'), ...weights, path: z.string() }),
]);
export type TeacherRecipe = z.infer<typeof teacherSchema>;

/** Complains at `path` unless `whole` is a multiple of `part`. */
function multiple(
  context: z.RefinementCtx,
  path: string[],
  whole: number,
  part: number,
  partName: string,
): void {
  if (whole % part === 0) return;
  context.addIssue({
    code: 'custom',
    path,
    message: `must be a multiple of ${partName}: ${whole} is not a multiple of ${part}`,
  });
}

interface Sized {
  data: z.infer<z.ZodObject<typeof data>> & { mean?: number[]; std?: number[]; randAugment?: unknown };
  model: { patchSize: number; dim: number; heads: number };
  batchSize: number;
  optimizer: { accumulate: number };
}

/** Complains where a list that goes by channels has another length than the channels, or an augmentation is of colours. */
function checkChannels(
  { channels, window, mean, std, randAugment }: Sized['data'],
  context: z.RefinementCtx,
): void {
  const complain = (key: string, message: string): void =>
    context.addIssue({ code: 'custom', path: ['data', key], message });
  const isColor = channels === 'rgb';
  const length = isColor ? 3 : channels.length;
  for (const [key, values] of Object.entries({ mean, std }))
    if (values && values.length !== length)
      complain(key, `must have ${length} values, one for each of data.channels, but has ${values.length}`);
  if (isColor && window !== 'type')
    complain('window', 'needs data.channels to name bands: red, green and blue of eight bits have no window');
  if (Array.isArray(window[0]) && window.length !== length)
    complain('window', `must have ${length} pairs, one for each of data.channels, but has ${window.length}`);
  if (!isColor && randAugment)
    complain(
      'randAugment',
      'is made for red, green and blue of eight bits: set it to null for other data.channels',
    );
}

function checkSizes(recipe: Sized, context: z.RefinementCtx): void {
  checkChannels(recipe.data, context);
  multiple(context, ['data', 'imageSize'], recipe.data.imageSize, recipe.model.patchSize, 'model.patchSize');
  multiple(context, ['model', 'dim'], recipe.model.dim, recipe.model.heads, 'model.heads');
  multiple(context, ['batchSize'], recipe.batchSize, recipe.optimizer.accumulate, 'optimizer.accumulate');
}

const tokenizerSchema = z
  .strictObject({
    stage: z.literal('tokenizer'),
    ...common,
    data: z.strictObject(data),
    model: z.strictObject(transformer),
    decoder: z.strictObject({ depth: count }),
    quantizer: z.strictObject({
      codes: count,
      codeDim: count,
      decay: share,
      commitment: z.number().min(0),
      kmeans: z.boolean(),
      revive: reviveSchema.nullable(),
    }),
    teacher: teacherSchema,
  })
  .superRefine(checkSizes);
export type TokenizerRecipe = z.infer<typeof tokenizerSchema>;

const aggregationSchema = z.strictObject({ earlyLayer: count, layers: count, sharedHead: z.boolean() });

const targetSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('tokenizer'),
    path: z.string().nullable(),
    imageSize: count,
    interpolation: z.enum(interpolations),
    ...said,
    ...seen,
  }),
  z.strictObject({
    kind: z.literal('pixels'),
    normalize: z
      .boolean()
      .describe('for pixels: normalise each patch by its own mean and standard deviation'),
  }),
]);

const pretrainSchema = z
  .strictObject({
    stage: z.literal('pretrain'),
    ...common,
    data: z.strictObject({ ...data, colorJitter: z.number().min(0), mean: perChannel, std: divisors }),
    model: z.strictObject({
      ...transformer,
      position: positionSchema,
      layerScale: z.number().min(0),
      aggregation: aggregationSchema.nullable(),
    }),
    masking: z.strictObject({ masked: shareOrCount, minBlock: count, minAspect: share }),
    target: targetSchema,
  })
  .superRefine((recipe, context) => {
    checkSizes(recipe, context);
    const patches = (recipe.data.imageSize / recipe.model.patchSize) ** 2;
    const masked = maskedCount(recipe.masking.masked, patches);
    if (masked >= patches || masked < 1) {
      context.addIssue({
        code: 'custom',
        path: ['masking', 'masked'],
        message: `must leave some of the ${patches} patches masked and some visible, but masks ${masked}`,
      });
    }
    const { aggregation, depth } = recipe.model;
    if (aggregation && aggregation.earlyLayer >= depth) {
      context.addIssue({
        code: 'custom',
        path: ['model', 'aggregation', 'earlyLayer'],
        message: `must be below model.depth (${depth}), but is ${aggregation.earlyLayer}`,
      });
    }
  });
export type PretrainRecipe = z.infer<typeof pretrainSchema>;

const randAugmentSchema = z.strictObject({
  layers: count,
  magnitude: z.number().min(0).max(10),
  noise: z.number().min(0),
});
const randomErasingSchema = z.strictObject({ probability: share, area: range, aspect: range, count });
const mixingSchema = z.strictObject({
  mixup: z.number().min(0),
  cutmix: z.number().min(0),
  probability: share,
  switchProbability: share,
});

const finetuneSchema = z
  .strictObject({
    stage: z.literal('finetune'),
    ...common,
    optimizer: common.optimizer.extend({ layerDecay: positive.max(1) }),
    data: z.strictObject({
      ...data,
      colorJitter: z.number().min(0),
      randAugment: randAugmentSchema.nullable(),
      randomErasing: randomErasingSchema.nullable(),
      mean: perChannel,
      std: divisors,
    }),
    mixing: mixingSchema,
    labelSmoothing: share,
    model: z.strictObject({
      ...transformer,
      position: positionSchema,
      layerScale: z.number().min(0),
      meanPooling: z.boolean(),
      headInitScale: positive,
      normEps: positive,
    }),
    emaDecay: share.nullable(),
  })
  .superRefine(checkSizes);
export type FinetuneRecipe = z.infer<typeof finetuneSchema>;

/** Schema of each stage, by the name that `stage:` gives in a recipe. */
export const stageSchemas = {
  tokenizer: tokenizerSchema,
  pretrain: pretrainSchema,
  finetune: finetuneSchema,
};
export type Stage = keyof typeof stageSchemas;
export interface StageRecipes {
  tokenizer: TokenizerRecipe;
  pretrain: PretrainRecipe;
  finetune: FinetuneRecipe;
}
export type Recipe = StageRecipes[Stage];

/** Number of patches that `masking.masked` means: a share of them below 1, else the count itself. */
export function maskedCount(masked: number, patches: number): number {
  return masked < 1 ? Math.round(masked * patches) : Math.round(masked);
}

/** Optimizer steps in a duration, at least one unless the duration is zero. */
export function toSteps(duration: Duration, stepsPerEpoch: number): number {
  if (duration.steps !== undefined) return duration.steps;
  const steps = Math.round((duration.epochs ?? 0) * stepsPerEpoch);
  return duration.epochs ? Math.max(1, steps) : 0;
}
