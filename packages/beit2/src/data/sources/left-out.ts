/** What looks like data in a source and is not taken: counted by reason, told once. */
import type { FileFormat } from '../pixels/image-format.js';
import { imageExtensions, type ImageSource, type LeftOut } from './image-source.js';

/** Counts what is left out. */
export class LeftOutTally {
  private readonly byReason = new Map<string, LeftOut>();

  /** @param known what was counted before */
  constructor(known: readonly LeftOut[] = []) {
    for (const { reason, example, count } of known) this.add(reason, example, count);
  }

  add(reason: string, example: string, count = 1): void {
    const known = this.byReason.get(reason);
    if (known) known.count += count;
    else if (count > 0) this.byReason.set(reason, { reason, count, example });
  }

  /** The reasons, in the order they were met. */
  list(): LeftOut[] {
    return [...this.byReason.values()];
  }
}

/** Endings of files that lie beside images and are none, so that they are not opened to see. */
const besides =
  /\.(cls|txt|json|jsonl|ndjson|csv|tsv|parquet|xml|md|html?|ya?ml|toml|ini|log|py|js|ts|sh|pdf|docx?|xlsx?|pth?|npz|safetensors|onnx|pkl|manifest|db|ds_store|sha256|md5|license|readme)$/i;

/** Whether a file is opened to see what it is. */
export function mayBeData(name: string): boolean {
  return !besides.test(name);
}

/** What a file of a known format counts as where it is left out. */
export function reasonFor({ name, kind }: FileFormat): string {
  return kind === 'archive' ? `${name} file` : `${name} image`;
}

/** Names that folders of parts of a data set have, rather than those of classes. */
const partNames = /^(train(ing)?|val(id(ation)?)?|test(ing)?|dev|eval(uation)?)$/i;

/** The sentence for a source without images. */
export function noImages(
  shown: string,
  where: string,
  image: string | null,
  leftOut: readonly LeftOut[],
): string {
  const wanted = image === null ? imageExtensions.join(', ') : `.${image}`;
  const others = leftOut.length > 0 ? ` ${notTaken(leftOut)}` : '';
  return `No images in ${shown}: looked for ${wanted}${where}.${others}`;
}

/** One sentence about what is not taken. */
export function notTaken(leftOut: readonly LeftOut[]): string {
  const reasons = leftOut.map(({ reason, count, example }) => `${count} × ${reason}, such as ${example}`);
  return `Not taken: ${reasons.join('; ')}.`;
}

/** Which images of a source with labels have none, and whether the classes look like none. */
export function labelNotes(source: ImageSource): string[] {
  const notes: string[] = [];
  const { classes, length } = source;
  if (!classes) return notes;
  const { count, first } = unlabelled(source);
  if (count > 0) notes.push(`${count} of ${length} images have no label, such as ${source.name(first)}.`);
  if (classes.every((name) => partNames.test(name)))
    notes.push(
      `The classes are ${classes.join(', ')}: if these are parts of a data set, name one of the folders as the source.`,
    );
  return notes;
}

/** How many images have no label, and the first of them. */
export function unlabelled(source: ImageSource): { count: number; first: number } {
  let [count, first] = [0, -1];
  for (let index = source.length - 1; index >= 0; index--) {
    if (source.label(index) !== undefined) continue;
    count++;
    first = index;
  }
  return { count, first };
}
