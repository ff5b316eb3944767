/** Labels brought into the form that training and measuring need. */
import { UserError } from '../../errors.js';
import type { ImageSource } from './image-source.js';
import { labelNotes, unlabelled } from './left-out.js';
import { subset } from './subset.js';

/**
 * The images of a source that have a label.
 * @param what the images, as a sentence names them, such as "training images"
 * @throws UserError where none has one
 */
export function labelledOnly(
  source: ImageSource,
  what: string,
  say: (sentence: string) => void,
): ImageSource {
  const { classes, length } = source;
  if (!classes) throw new UserError(`The ${what} have no labels: put them into one folder per class.`);
  for (const note of labelNotes(source)) say(note);
  const { count } = unlabelled(source);
  if (count === 0) return source;
  const kept = new Uint32Array(length - count);
  let place = 0;
  for (let index = 0; index < length; index++) if (source.label(index) !== undefined) kept[place++] = index;
  say(`The ${what} without a label are left out.`);
  return subset(source, kept);
}

/**
 * A source whose labels are places in `classes`, found by name. It need not have all of the classes.
 * @param what the images, as a sentence names them
 * @throws UserError where it has a class that is not among them
 */
export function labelledAs(classes: readonly string[], source: ImageSource, what: string): ImageSource {
  const own = source.classes ?? [];
  if (own.length === classes.length && own.every((name, label) => name === classes[label])) return source;
  const places = new Map(classes.map((name, place) => [name, place]));
  const unknown = own.filter((name) => !places.has(name));
  if (unknown.length > 0) {
    const missing = classes.filter((name) => !own.includes(name));
    throw new UserError(
      `The ${what} have ${listed(unknown)} that the training images do not have` +
        (missing.length > 0 ? `, and lack ${listed(missing)}.` : '.'),
    );
  }
  const labels = own.map((name) => places.get(name) ?? -1);
  return {
    length: source.length,
    classes,
    leftOut: source.leftOut,
    rowsHash: source.rowsHash,
    parts: source.parts,
    name: (index) => source.name(index),
    label: (index) => labels[source.label(index) ?? -1],
    read: (index) => source.read(index),
    box: (index) => source.box?.(index),
    describe: () => source.describe(),
  };
}

const shown = 5;

function listed(names: readonly string[]): string {
  const more = names.length > shown ? ` and ${names.length - shown} more` : '';
  return `${names.length === 1 ? 'the class' : 'the classes'} ${names.slice(0, shown).join(', ')}${more}`;
}
