/** What the paths of a recipe hold: a resumed run notices when one holds something else, and a path itself may change. */
import { UserError } from '../../errors.js';

/** Facts by which images or weights are known again. */
export type Content = Record<string, string | number>;

/** One sentence, without its end, for a path that holds something else than it did; null where it holds the same. */
function difference(key: string, before: Content, now: Content): string | null {
  const differs = (fact: string) => before[fact] !== undefined && before[fact] !== now[fact];
  if (differs('images') || differs('names')) {
    const counts = differs('images')
      ? `${before.images} then, ${now.images} now`
      : 'the same number, with other names';
    return `${key} holds different images from when the run began (${counts})`;
  }
  if (differs('rows'))
    return `${key} is a list whose labels or boxes differ from those that the run began with`;
  return differs('weights') ? `${key} holds different weights from when the run began` : null;
}

/** The contents of a run's paths, now and as its checkpoint has them. */
export class Contents {
  private readonly now: Record<string, Content> = {};

  /**
   * @param before as the resumed checkpoint has them
   * @param allowChanges whether other contents are told rather than refused
   */
  constructor(
    private readonly before: Partial<Record<string, Content>>,
    private readonly allowChanges: boolean,
    private readonly say: (sentence: string) => void,
  ) {}

  /** Notes what a key's path holds. @throws UserError where it held something else */
  check(key: string, now: Content): void {
    this.now[key] = now;
    const before = this.before[key];
    if (!before) return;
    if (before.classes !== undefined && before.classes !== now.classes) {
      throw new UserError(
        `The classes of ${key} differ from those that the run began with, so its labels would mean other classes; start a new run in another folder (--run).`,
      );
    }
    const sentence = difference(key, before, now);
    if (sentence === null) return;
    if (!this.allowChanges) {
      throw new UserError(
        `${sentence}; name the original ones, or add --allow-changes to continue with these.`,
      );
    }
    this.say(`${sentence}.`);
  }

  toJSON(): Record<string, Content> {
    return this.now;
  }
}
