// `npm run import -- receivables FILE --organization ORG`: brings in historical receivables.
import { dataFolder, ensureInstalled, runOnNode24 } from './setup.mjs';

ensureInstalled();
runOnNode24(['subgraphs/local/src/import/main.ts', ...process.argv.slice(2)], {
  FINFLOW_DATA: dataFolder(),
  LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
});
