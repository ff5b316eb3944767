/** A set-up step that cannot go on: the message says what is wrong and what to try next. */
export class SetupError extends Error {
  override name = 'SetupError';
}
