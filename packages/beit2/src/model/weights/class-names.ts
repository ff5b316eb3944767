/** Names of a classifier's classes, as files of each kind keep them beside the weights. */
import { lazySchema } from '../../files/lazy-schema.js';

const schemas = lazySchema((z) => ({
  names: z.array(z.string()),
  config: z.object({ id2label: z.record(z.string(), z.string()) }),
}));

/** What Hugging Face's library calls classes that have no names. */
const placeholder = (index: number): string => `LABEL_${index}`;

/**
 * @param meta what stands beside the tensors: `classes`, a list or (in the header of safetensors) its JSON, or `config`,
 *   a config.json with id2label
 * @param count outputs of the classifier; names of another number are not its
 * @returns names by the classifier's output; null where the file has none
 */
export function classNames(meta: Record<string, unknown>, count: number | undefined): string[] | null {
  const names = namesIn(meta);
  if (!names || names.length !== count) return null;
  return names.every((name, i) => name === placeholder(i)) ? null : names;
}

function namesIn({ classes, config }: Record<string, unknown>): string[] | null {
  const own = schemas().names.safeParse(typeof classes === 'string' ? jsonOrNull(classes) : classes);
  if (own.success) return own.data;
  const { data } = schemas().config.safeParse(config);
  if (!data) return null;
  return Object.entries(data.id2label)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, name]) => name);
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null; // some other program's entry of that name
  }
}

/** The part of a config.json that names the classes. */
export function labelConfig(count: number, names: readonly string[] | null): Record<string, unknown> {
  const labels = names ?? Array.from({ length: count }, (_, i) => placeholder(i));
  return {
    id2label: Object.fromEntries(labels.map((label, i) => [String(i), label])),
    label2id: Object.fromEntries(labels.map((label, i) => [label, i])),
  };
}
