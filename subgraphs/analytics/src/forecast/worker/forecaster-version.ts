import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

const ownFolders = [
  new URL('../../forecasting/', import.meta.url),
  new URL('../', import.meta.url),
  new URL('../../../models/forecast/', import.meta.url),
];

/**
 * Names the code and the models that forecasts are made by. It is a digest of their files: a number that a person has to raise
 * would be forgotten. A comment makes it another one, too, for which a forecast is made once more than needed.
 */
export function forecasterVersion(folders: readonly URL[] = ownFolders): string {
  const digest = createHash('sha256');
  for (const folder of folders) {
    for (const path of filesIn(folder)) {
      digest.update(`${path}\n`).update(readFileSync(new URL(path, folder)));
    }
  }
  return digest.digest('hex').slice(0, 16);
}

const filesIn = (folder: URL): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|bin)$/.test(path))
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted();
