// `npm run reset`: removes all data of the laptop's FinFlow. The next start begins anew.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, fail, say } from './setup.mjs';

const folder = dataFolder();
const known = new Set([
  '.write-probe',
  'lock',
  'postgres',
  'secrets.json',
  'stripe-sandbox.jsonl',
  'ready',
]);
const isOurs = (name) => known.has(name) || name.startsWith('postgres.new'); // a first start that was cut off
const strangers = readdirSync(folder).filter((name) => !isOurs(name));
if (strangers.length > 0)
  fail(`${folder} holds what FinFlow did not put there (${strangers[0]}): nothing was removed.`);
const lock = join(folder, 'lock');
if (existsSync(lock) && isAlive(Number(readFileSync(lock, 'utf8'))))
  fail('FinFlow is running on this folder: stop it first.');
for (const name of readdirSync(folder))
  rmSync(join(folder, name), { recursive: true, force: true });
say(`${folder} is empty again. npm start begins anew.`);

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false; // No such process: the lock was left by one that was killed.
  }
}
