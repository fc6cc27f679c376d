// `npm run analytics:rebuild`: makes the read model of analytics anew from the event log.
import { dataFolder, ensureInstalled, runOnNode24 } from './setup.mjs';

ensureInstalled();
runOnNode24(['subgraphs/local/src/analytics/main.ts', ...process.argv.slice(2)], {
  FINFLOW_DATA: dataFolder(),
  LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
});
