/** A failure that the user can mend: the command line prints its one sentence, without a stack trace, and exits with 1. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
