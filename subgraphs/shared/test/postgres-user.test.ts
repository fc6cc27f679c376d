import { expect, it } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closedFolderAbove } from '../src/database/postgres-user.ts';

it('finds the folder that another user could not enter', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'finflow-closed-')));
  const inner = join(folder, 'open/data');
  mkdirSync(inner, { recursive: true });
  chmodSync(folder, 0o700);
  expect(closedFolderAbove(inner)).toBe(folder);
  chmodSync(folder, 0o711);
  expect(closedFolderAbove(inner)).toBe(closedFolderAbove(folder));
  rmSync(folder, { recursive: true });
});
