/**
 * BEiT v2 as a library: models, tokenizer and teachers; opening, evaluating and using a model. Training is in `beit2/train`,
 * feature files and search in `beit2/search`, ONNX export in `beit2/export`.
 * @module
 */
export { UserError } from '../errors.js';

export {
  type AggregationConfig,
  MaskedImageModel,
  type MaskedImageModelConfig,
  type MaskedPrediction,
} from '../model/masked-image-model.js';
export {
  type Pooling,
  type PositionKind,
  VisionTransformer,
  type VisionTransformerConfig,
  vitSizes,
} from '../model/vision-transformer.js';

export { codebookHealth, type CodebookHealth } from '../tokenizer/codebook-health.js';
export { CodeUsage, type CodeUsageSummary, summarize } from '../tokenizer/code-usage.js';
export { kmeans } from '../tokenizer/kmeans.js';
export { NormEmaQuantizer, type Quantized, type QuantizerConfig } from '../tokenizer/norm-ema-quantizer.js';
export {
  Tokenizer,
  type TokenizerConfig,
  VQKD,
  type VQKDConfig,
  type VQKDOutput,
} from '../tokenizer/vqkd.js';
export { type ClipConfig, ClipTransformer } from '../tokenizer/teachers/clip.js';
export { type DinoConfig, DinoTransformer } from '../tokenizer/teachers/dino.js';
export { networkTeacher } from '../tokenizer/teachers/network.js';
export { openOnnxTeacher } from '../tokenizer/teachers/onnx.js';
export {
  clipNormalization,
  imagenetNormalization,
  type Normalization,
  Normalize,
} from '../model/normalize.js';
export type { Teacher } from '../tokenizer/teachers/teacher.js';

export {
  corrupt,
  corruptionNames,
  type CorruptionName,
  type CorruptionSpec,
} from '../data/corruptions/corruptions.js';
export type { ImageSource } from '../data/sources/image-source.js';
export { openSource, type SourceSpec, type WeightedPath } from '../data/sources/open-source.js';
export { evaluationTransform, type Transform } from '../data/loading/transforms.js';

export { readCheckpoint } from '../formats/checkpoint.js';
export { convertModel, type Conversion, type ConversionTarget } from '../open/convert-model.js';
export { inspectModel, type Inspection, type InspectOptions } from '../open/inspect-model.js';

export {
  ClassificationScores,
  type ClassificationResult,
  type ClassScore,
} from '../evaluate/classification-scores.js';
export { corruptHere, measureCorrupted, type RobustnessResult } from '../evaluate/corruption-robustness.js';
export { type Evaluation, measured } from '../evaluate/evaluation.js';
export { type ClassMap, evaluateClassifier, mapClasses } from '../evaluate/evaluate-classifier.js';
export { linearProbe } from '../evaluate/linear-probe.js';
export { nearestNeighbourAccuracy } from '../evaluate/nearest-neighbours.js';
export { classNamesOf, type Opened, openModel, type OpenOptions } from '../open/open-model.js';
export type { MainPart, ModelPart, ModelParts } from '../open/parts.js';
export { type Activation, type CardOverrides, evaluationOf, type ModelCard } from '../model/model-card.js';
export { loadInto, type LoadReport } from '../open/networks.js';
export type { WeightOptions } from '../open/find-weights.js';
export { type OpenedWeights, openWeights } from '../open/open-weights.js';
export { imageVectors, type ImageVector, poolImages } from '../use/image-vectors.js';
export { predict, type Prediction } from '../use/predict.js';
export { attentionMaps } from '../model/attention-maps.js';
export { imageAttention } from '../use/attention.js';
export { type ImageAttention, writeAttentionPng } from '../report/attention-pictures.js';
