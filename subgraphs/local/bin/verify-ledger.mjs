// `npm run ledger:verify`: computes the books of all organizations again and finds what was tampered with.
import { dataFolder, ensureInstalled, runOnNode24 } from './setup.mjs';

ensureInstalled();
runOnNode24(['subgraphs/local/src/ledger/main.ts', ...process.argv.slice(2)], {
  FINFLOW_DATA: dataFolder(),
  LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
});
