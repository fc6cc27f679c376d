// `npm test`: sets up what is missing and runs every test of the house. Further arguments go to Jest.
import { ensureInstalled, runOnNode24 } from './setup.mjs';

ensureInstalled();
runOnNode24(
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    ...process.argv.slice(2),
  ],
  { LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent' },
);
