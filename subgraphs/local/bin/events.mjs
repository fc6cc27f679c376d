// `npm run events -- lag|dead-letters|redrive|replay`: looks after the event log.
import { dataFolder, ensureInstalled, runOnNode24 } from './setup.mjs';

ensureInstalled();
runOnNode24(['subgraphs/local/src/events/main.ts', ...process.argv.slice(2)], {
  FINFLOW_DATA: dataFolder(),
  LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
});
