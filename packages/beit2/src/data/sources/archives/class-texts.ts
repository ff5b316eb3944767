/** Which `.cls` of an archive belongs to which image: WebDataset's samples are members that follow each other and share a key. */
import { UserError } from '../../../errors.js';
import { baseName } from '../image-source.js';
import type { ArchiveIndex } from './archive-index.js';

/** The class text of each image: a place in `texts`, -1 where it has none. */
export interface ClassTexts {
  texts: string[];
  places: Int32Array;
}

/** WebDataset's key of a member: the path up to the first dot of the file name. */
function keyOf(name: string): string {
  const dot = name.indexOf('.', name.lastIndexOf('/') + 1);
  return dot === -1 ? name : name.slice(0, dot);
}

/** What follows the first dot of a file name, in small letters. */
export function extensionOf(name: string): string {
  const base = baseName(name);
  const dot = base.indexOf('.');
  return dot === -1 ? '' : base.slice(dot + 1).toLowerCase();
}

/**
 * The class text beside each image. A name that comes again begins a new sample, as `tar -r` makes it, so that both keep their own; text and
 * image may also lie apart.
 * @param images places of the images among the members
 * @throws UserError where several files of one name lie apart from their texts
 */
export function classTextsOf(
  path: string,
  { names, classTexts }: ArchiveIndex,
  images: Float64Array,
): ClassTexts {
  const found = new Map<string, number>();
  const places = new Int32Array(images.length).fill(-1);
  const numberOf = (text: string): number => {
    const number = found.get(text) ?? found.size;
    found.set(text, number);
    return number;
  };
  const apart = new Apart(path);
  let sample = new Sample('');
  let image = 0;
  const close = (): void => {
    const { key, text, images: own } = sample;
    if (text === undefined) for (const one of own) apart.images.push([one, key]);
    else if (own.length === 0) apart.addText(key, numberOf(text));
    else for (const one of own) places[one] = numberOf(text);
  };
  for (let member = 0; member < names.length; member++) {
    const name = names.at(member);
    const isRepeated = sample.names.has(name);
    if (isRepeated) apart.repeated.add(sample.key);
    if (isRepeated || keyOf(name) !== sample.key) {
      close();
      sample = new Sample(keyOf(name));
    }
    sample.names.add(name);
    sample.text ??= classTexts.get(member);
    if (images[image] === member) sample.images.push(image++);
  }
  close();
  apart.join(places);
  return { texts: [...found.keys()], places };
}

/** Members that follow each other and share a key. */
class Sample {
  readonly names = new Set<string>();
  readonly images: number[] = [];
  text: string | undefined;

  constructor(readonly key: string) {}
}

/** Images and texts that do not follow each other. */
class Apart {
  readonly images: [image: number, key: string][] = [];
  readonly repeated = new Set<string>();
  private readonly texts = new Map<string, number>();

  constructor(private readonly path: string) {}

  addText(key: string, text: number): void {
    if (this.texts.has(key)) this.repeated.add(key);
    this.texts.set(key, text);
  }

  join(places: Int32Array): void {
    for (const [image, key] of this.images) {
      const text = this.texts.get(key);
      if (text === undefined) continue;
      if (this.repeated.has(key))
        throw new UserError(
          `${this.path} holds several files for ${key}, and which label belongs to which image cannot be told: give each image a name of its own.`,
        );
      places[image] = text;
    }
  }
}
