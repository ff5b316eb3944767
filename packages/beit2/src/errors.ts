import { escaped } from './files/printable.js';

/** A failure that the user can mend: the command line prints its one sentence, without a stack trace, and exits with 1. */
export class UserError extends Error {
  override readonly name = 'UserError';

  /** @param sentence What would break its line, such as a newline in the name of a file, is shown as its code. */
  constructor(sentence: string, options?: ErrorOptions) {
    super(escaped(sentence), options);
  }
}

/** The end of a process that trains with others, of which another one has said why they end. */
export class EndedElsewhere extends Error {
  override readonly name = 'EndedElsewhere';
}

const noRoom: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** Whether a write failed because there is no room for it, be it said in a sentence already. */
export function isDiskFull(error: unknown): boolean {
  return noRoom.includes((((error as Error).cause ?? error) as NodeJS.ErrnoException).code);
}

/** A sentence for what the system refused (disk full, permission, missing file), null for any other error. */
export function systemSentence(error: unknown): string | null {
  const { code, path: name } = error as NodeJS.ErrnoException;
  const path = name === undefined ? undefined : escaped(name);
  if (noRoom.includes(code)) {
    const what = path === undefined ? '' : `: ${path} could not be written`;
    return `The disk is full${what}; make room and run the command again (training continues with --resume).`;
  }
  if (code === 'ERR_INVALID_ARG_VALUE' && (error as Error).message.includes('null bytes'))
    return 'The name of a file contains a null byte, which no file can have.';
  if (code === 'EIO')
    return `The disk reports an input/output error${path === undefined ? '' : `: ${path}`}.`;
  if (path === undefined) return null;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return `${path} cannot be used: permission denied.`;
    case 'EROFS':
      return `${path} cannot be written: its file system is read-only.`;
    case 'ENOENT':
      return `There is no file or folder ${path}.`;
    case 'ENOTDIR':
      return `${path} cannot be used: a part of the path is a file, not a folder.`;
    case 'EEXIST':
      return `${path} cannot be made: something else has this name.`;
    case 'EISDIR':
      return `${path} is a folder, not a file.`;
    case 'ELOOP':
      return `${path} cannot be used: its symbolic links form a loop.`;
    case 'ENAMETOOLONG':
      return `The name ${path.slice(0, 80)}… is longer than the file system allows.`;
    default:
      return null;
  }
}
