// `npm start` and `npm run dev`: sets up what is missing and runs the whole house in one process.
import { dataFolder, ensureInstalled, ensureWebBuilt, runOnNode24 } from './setup.mjs';

const watch = process.argv.includes('--watch');
const folder = dataFolder();
ensureInstalled();
ensureWebBuilt();
const program = 'subgraphs/local/src/main.ts';
const args = watch
  ? ['--watch-path=subgraphs', '--watch-path=gateway/src', '--watch-preserve-output', program]
  : [program];
runOnNode24(args, { FINFLOW_DATA: folder, LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' });
