/** What the metadata of an exported file say of its model. Runs in a browser too. */
import { UserError } from '../errors.js';
import { readOnnxMetadata, type ByteSource } from '../formats/onnx-metadata.js';
import { modelCardSchema, type ModelCard } from '../model/model-card.js';
import { z } from 'zod';

const factsSchema = z.object({
  part: z.enum(['tokenizer', 'encoder', 'classifier']),
  precision: z.string(),
  card: modelCardSchema(z),
  pooling: z.enum(['cls', 'mean']).nullable(),
  classes: z.array(z.string()).nullable(),
  modelHash: z.string().nullable(),
});

/** An exported model as its file describes it. */
export interface ModelFacts {
  part: 'tokenizer' | 'encoder' | 'classifier';
  /** Of weights and matrix products: float32, float16 or int8. */
  precision: string;
  card: ModelCard;
  /** How an encoder or classifier was trained to pool its features; null for a tokenizer. */
  pooling: 'cls' | 'mean' | null;
  /** Names of the classes in the order of the logits; null where it is no classifier. */
  classes: readonly string[] | null;
  /** What `hashModel` gave for the exported model; null where the file does not say. */
  modelHash: string | null;
}

/** Reads the facts. @throws UserError where the file is damaged, or was not written by `beit2 export` */
export function readFacts(source: ByteSource): ModelFacts {
  const { metadata, card } = readOnnxMetadata(source);
  const { part, precision, pooling = null, classes, model_sha256: modelHash = null } = metadata;
  const { success, data } = factsSchema.safeParse({
    part,
    precision,
    pooling,
    modelHash,
    card: parsed(card),
    classes: classes === undefined ? null : parsed(classes),
  });
  if (!success) {
    throw new UserError(
      `The metadata of ${source.path} are not those of beit2 export: export the model again.`,
    );
  }
  return data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
