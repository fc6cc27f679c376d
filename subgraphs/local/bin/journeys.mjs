// `npm run test:e2e`: the journeys through the whole house in a real browser. Further arguments go to Jest.
import { ensureInstalled, ensureWebBuilt, runOnNode24 } from './setup.mjs';

ensureInstalled();
ensureWebBuilt();
runOnNode24([
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
  '--config',
  'web/e2e/jest.config.ts',
  ...process.argv.slice(2),
]);
