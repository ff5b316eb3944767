/** A trained model as an ONNX file: built, written, and compared with the model before it is kept. */
import { readFileSync, rmSync } from 'node:fs';
import * as torch from '@beit2/torch';
import { bandNames } from '../data/rasters/bands.js';
import { UserError } from '../errors.js';
import { prepareOutput } from '../files/file-access.js';
import { hashModel } from '../open/hash-weights.js';
import { classNamesOf, type Opened } from '../open/open-model.js';
import type { MainPart } from '../open/parts.js';
import { ownPooling } from '../model/vision-transformer.js';
import { checkExport, type ExportCheck } from './check-export.js';
import type { GraphPrecision } from './graph-builder.js';
import {
  classifierGraph,
  codebookName,
  encoderGraph,
  tokenizerGraph,
  type GraphOptions,
  type ModelGraph,
} from './model-graphs.js';
import { writeOnnx } from './onnx-file.js';

/** Operator set of the files: the first that has Gelu. */
const exportOpset = 20;

export interface ExportOptions extends GraphOptions {
  /** Put the weights into OUT.data beside the file; needed above 2 GB. */
  externalData: boolean;
}

/** What was written, and how near it is to the model. */
export interface Exported {
  part: MainPart;
  files: string[];
  opset: number;
  inputs: ModelGraph['inputs'];
  outputs: ModelGraph['outputs'];
  metadata: Record<string, string>;
  check: ExportCheck;
}

/**
 * Writes a model as ONNX and runs the file with ONNX Runtime on random images; one that differs is removed.
 * @throws UserError when the file differs from the model by more than the bound, or is too large
 */
export async function exportModel(
  opened: Opened<MainPart>,
  path: string,
  options: ExportOptions,
): Promise<Exported> {
  const { precision, externalData } = options;
  const metadata = metadataOf(opened, precision);
  const { part } = opened;
  prepareOutput(path);
  const { inputs, outputs, files } = torch.scope(() =>
    torch.noGrad(() => {
      const graph = graphOf(opened, options);
      const description = `BEiT v2 ${part}, ${precision}: images in [0, 1], ${graph.outputs.map(({ name }) => name).join(' and ')} out.`;
      const model = { ...graph, name: part, opset: exportOpset, producerVersion: version(), description };
      return { ...graph, files: writeOnnx(path, { ...model, metadata }, externalData) };
    }),
  );
  try {
    const check = await checkExport(path, opened, options);
    if (!check.passed) {
      const errors = Object.entries(check.maxAbsError).map(
        ([name, error]) => `${name} ${error.toExponential(1)}`,
      );
      throw new UserError(
        `The exported file differs from the model by more than ${check.bound.toExponential(1)} (${errors.join(', ')}) and was removed` +
          (precision === 'float32' ? '.' : `: export it without --precision ${precision}.`),
      );
    }
    return { part, files, opset: exportOpset, inputs, outputs, metadata, check };
  } catch (error) {
    for (const file of files) rmSync(file, { force: true });
    throw error;
  }
}

function graphOf(opened: Opened<MainPart>, options: GraphOptions): ModelGraph {
  switch (opened.part) {
    case 'tokenizer':
      return tokenizerGraph(opened.model, options);
    case 'encoder':
      return encoderGraph(opened.model, opened.card.image, options);
    case 'classifier':
      return classifierGraph(opened.model, opened.card.image, options);
  }
}

/** What a user of the file must know; values are JSON where they are not plain words. */
function metadataOf(opened: Opened<MainPart>, precision: GraphPrecision): Record<string, string> {
  const { card } = opened;
  const { size, bands, mean, std, resize, interpolation } = card.image;
  const common: Record<string, string> = {
    part: opened.part,
    beit2_version: version(),
    opset: String(exportOpset),
    precision,
    model_sha256: hashModel(opened),
    image_size: String(size),
    patch_size: String(card.patchSize),
    input: `${bands ? bandNames(bands).join(', ') : 'RGB'} in [0, 1], channels first`,
    normalization: 'inside',
    mean: JSON.stringify(mean),
    std: JSON.stringify(std),
    resize: 'short side',
    resize_to: String(resize),
    interpolation,
    card: JSON.stringify(card),
  };
  if (opened.part !== 'tokenizer') {
    const pooling = ownPooling(opened.model);
    if (opened.part === 'encoder') return { ...common, pooling };
    return { ...common, pooling, classes: JSON.stringify(classNamesOf(opened)) };
  }
  const { codes, codeDim } = opened.model.config.quantizer;
  return { ...common, codebook: codebookName, codes: String(codes), code_dim: String(codeDim) };
}

function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
