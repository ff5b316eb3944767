/**
 * `beit2/train`: the training stages, the recipes they follow, the runs they write, and the parts that a loop of one's own
 * is made of.
 * @module
 */
export { builtInRecipes } from '../config/built-in.js';
export { loadRecipe, loadStageRecipe, parseRecipe, recipeToYaml } from '../config/recipe.js';
export type {
  FinetuneRecipe,
  PretrainRecipe,
  Recipe,
  Stage,
  StageRecipes,
  TokenizerRecipe,
} from '../config/schema.js';

export { finetune } from '../stages/finetune.js';
export { pretrain } from '../stages/pretrain.js';
export { trainTokenizer } from '../stages/tokenizer.js';

export { Interrupted } from '../train/run/interrupt.js';
export { type MetricRecord, type MetricValue, readMetrics } from '../train/run/metrics.js';
export type { ProgressMode } from '../train/run/progress.js';
export { Run } from '../train/run/run-folder.js';
export { type Happening, type RunEvent, type RunListener } from '../train/run/run-log.js';
export type { Plan, RunOptions } from '../train/run/run-options.js';
export { type Batch, ImageLoader, type ImageLoaderOptions } from '../data/loading/loader.js';
export { applyRandAugment, drawRandAugment, type RandAugmentOptions } from '../data/augment/rand-augment.js';
export { CounterRandom } from '../data/random.js';
export { drawErasing, type RandomErasingOptions } from '../data/augment/random-erasing.js';
export { EpochSampler } from '../data/loading/sampler.js';
export { cosineSchedule } from '../train/schedules.js';
export { parameterGroups } from '../train/optimizer-groups.js';
export { type Place, placeOf } from '../train/launcher.js';
export { World } from '../train/world.js';
export { drawMixing, mixImages, type Mixing, type MixingOptions, softTargets } from '../stages/mixing.js';
