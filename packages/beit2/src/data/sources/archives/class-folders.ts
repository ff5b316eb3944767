/** Classes as folders of a tar file, whatever their names are. */

/** The pax record of a member that holds the name of its class, where the folder's own name could not be that. */
export const paxClass = 'BEIT2.class';

/**
 * The name of a class's folder: the class's own where a folder may be called so, else escaped as in a web address, so that no class is
 * taken for a path (`../evil`, `sea/lion`).
 */
export function folderForClass(name: string): string {
  const escaped = encodeURIComponent(Buffer.from(name).toString()).replace(/^\./, '%2E');
  const isPlain = name !== '' && !/^\.|[/\\%\p{C}]/u.test(name);
  return isPlain ? name : escaped || '%';
}

/** The first folder of a path. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.indexOf('/')));
}
