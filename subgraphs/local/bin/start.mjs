// `npm start` and `npm run dev`: sets up what is missing and runs the whole house in one process.
import {
  dataFolder,
  ensureInstalled,
  ensureWebBuilt,
  rebuildWebOnChange,
  runOnNode24,
} from './setup.mjs';

const watch = process.argv.includes('--watch');
const folder = dataFolder();
ensureInstalled();
ensureWebBuilt();
const program = 'subgraphs/local/src/main.ts';
const args = watch
  ? ['--watch-path=subgraphs', '--watch-path=gateway/src', '--watch-preserve-output', program]
  : [program];
const env = { FINFLOW_DATA: folder, LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' };
if (watch) rebuildWebOnChange();
runOnNode24(args, env, { tied: !watch }); // A watcher keeps the channel to itself: its program would never see it close.
