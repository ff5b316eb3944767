/** The JSON files that libraries keep beside weights: `config.json` (Hugging Face, timm) and `preprocessor_config.json`. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import { UserError } from '../../errors.js';
import { readText } from '../../files/file-access.js';
import { lazySchema } from '../../files/lazy-schema.js';
import { printable } from '../../files/printable.js';

const schemas = lazySchema((z) => {
  const count = z.int().positive();
  const perChannel = z.union([z.number(), z.array(z.number()).min(1)]).nullish();
  const side = z.union([count, z.tuple([count, count])]).nullish();
  const network = {
    num_attention_heads: count.nullish(),
    layer_norm_eps: z.number().positive().nullish(),
    hidden_act: z.string().nullish(),
    image_size: side,
    id2label: z.record(z.string(), z.string()).nullish(),
  };
  const extent = z.union([
    count,
    z.looseObject({ shortest_edge: count.nullish(), height: count.nullish(), width: count.nullish() }),
  ]);
  return {
    huggingFace: z.looseObject({
      model_type: z.string(),
      _name_or_path: z.string().nullish(),
      ...network,
      vision_config: z.looseObject(network).optional(),
    }),
    timm: z.looseObject({
      architecture: z.string(),
      label_names: z.array(z.string()).nullish(),
      model_args: z.looseObject({ num_heads: count.nullish(), img_size: side }).nullish(),
      pretrained_cfg: z
        .looseObject({
          mean: perChannel,
          std: perChannel,
          crop_pct: z.number().positive().nullish(),
          interpolation: z.string().nullish(),
          license: z.string().nullish(),
          hf_hub_id: z.string().nullish(),
          url: z.string().nullish(),
          label_names: z.array(z.string()).nullish(),
        })
        .nullish(),
    }),
    preprocessor: z.looseObject({
      do_normalize: z.boolean().nullish(),
      do_rescale: z.boolean().nullish(),
      do_resize: z.boolean().nullish(),
      do_center_crop: z.boolean().nullish(),
      rescale_factor: z.number().positive().nullish(),
      image_mean: perChannel,
      image_std: perChannel,
      size: extent.nullish(),
      crop_size: extent.nullish(),
      resample: z.union([z.int(), z.string()]).nullish(),
    }),
  };
});
type Schemas = ReturnType<typeof schemas>;

/** The values of Hugging Face's `config.json` that are used here; a model of images and text has them in `vision_config`. */
export type HuggingFaceConfig = z.infer<Schemas['huggingFace']>;

/** The values of timm's `config.json` that are used here. */
export type TimmConfig = z.infer<Schemas['timm']>;

/** The values of an image processor's configuration that are used here. */
export type PreprocessorConfig = z.infer<Schemas['preprocessor']>;

/** What stands beside weights; null for a file that is not there. */
export interface Sidecars {
  huggingFace: HuggingFaceConfig | null;
  timm: TimmConfig | null;
  preprocessor: PreprocessorConfig | null;
}

/**
 * Reads the sidecars of a file of weights. A `config.json` of neither library is some other program's and is left alone.
 * @throws UserError that names the value where a file is not as its library writes it
 */
export function readSidecars(weights: string): Sidecars {
  const config = jsonBeside(weights, 'config.json');
  const has = (key: string): boolean =>
    typeof config?.value === 'object' && config.value !== null && key in config.value;
  const processor = jsonBeside(weights, 'preprocessor_config.json');
  return {
    huggingFace:
      config && has('model_type') ? check(config, schemas().huggingFace, 'configuration of a model') : null,
    timm:
      config && has('architecture') && !has('model_type')
        ? check(config, schemas().timm, 'configuration of a timm model')
        : null,
    preprocessor:
      processor && check(processor, schemas().preprocessor, 'configuration of an image processor'),
  };
}

interface JsonFile {
  path: string;
  value: unknown;
}

function jsonBeside(weights: string, name: string): JsonFile | null {
  const path = join(dirname(weights), name);
  if (!existsSync(path)) return null;
  try {
    return { path, value: JSON.parse(readText(path)) as unknown };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${path} is not valid JSON.`);
  }
}

function check<T>({ path, value }: JsonFile, schema: z.ZodType<T>, what: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  const reason = issue?.message.replace(/^Invalid input: /, '') ?? '';
  throw new UserError(`${path} is not the ${what}: ${printable(place + reason)}.`);
}
