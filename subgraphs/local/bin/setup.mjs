// Sets up what is missing: dependencies and, for the app, the built web pages. Plain JavaScript without dependencies: it runs on the
// machine's own Node (20 or newer) before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const installedMark = join(root, 'node_modules/.finflow-installed');
const node24 = join(root, 'node_modules/node/bin/node');

/** One line of progress. */
export const say = (line) => process.stdout.write(`${line}\n`);

/** Ends with one clear line. */
export function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** Installs the pinned dependencies when they are missing, incomplete or of another lock file. */
export function ensureInstalled() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) fail(`FinFlow needs Node 20 or newer; this is ${process.version}.`);
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (
    existsSync(installedMark) &&
    existsSync(node24) &&
    readFileSync(installedMark, 'utf8') === lock
  )
    return;
  say('Installing dependencies (once, one to three minutes) ...');
  // npm names itself in npm_execpath when it runs a script; a bare `node setup.mjs` finds it on the PATH.
  const npm = process.env['npm_execpath'];
  // `install`, not `ci`: the lock file can't name the optional binaries of platforms whose packages the registry did not have when it was
  // written, and `ci` refuses such a lock. Without saving, the pinned versions hold all the same.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  const run = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (run.status !== 0)
    fail('npm install failed (see above). Mend it and start again: nothing is half done.');
  if (!existsSync(node24)) {
    fail(
      'The Node 24 that FinFlow runs on was not installed: npm must be allowed to run install scripts (ignore-scripts=false).',
    );
  }
  writeFileSync(installedMark, lock);
  say('Dependencies are installed.');
}

/** Builds the web app when a source is newer than the last complete build. */
export function ensureWebBuilt() {
  const built = join(root, 'web/dist/index.html');
  const sources = [
    'web/src',
    'web/index.html',
    'web/vite.config.ts',
    'web/package.json',
    'subgraphs/shared/src',
  ];
  if (
    existsSync(built) &&
    newest(sources.map((path) => join(root, path))) < statSync(built).mtimeMs
  )
    return;
  say('Building the web app (about ten seconds) ...');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const run = spawnSync(node24, [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(root, 'web'),
    stdio: 'inherit',
  });
  if (run.status !== 0) fail('The web app could not be built (see above).');
}

/** Builds the web app anew whenever one of its sources changes; a reload in the browser shows it. Ends with this process. */
export function rebuildWebOnChange() {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const builder = spawn(node24, [vite, 'build', '--watch', '--logLevel', 'warn'], {
    cwd: join(root, 'web'),
    stdio: 'inherit',
  });
  process.on('exit', () => builder.kill());
}

/**
 * Runs a program of the house on Node 24, hands signals on, and ends as it ends. One that is `tied` holds a channel to this process, and
 * stops when the channel closes: also when this process, or the npm that runs it, is killed without a word.
 */
export function runOnNode24(args, env = {}, { tied = false } = {}) {
  const child = spawn(node24, args, {
    cwd: root,
    stdio: tied ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
    env: { ...process.env, ...env },
  });
  // Ctrl-C reaches the whole process group: the child stops by itself, we only wait for it.
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
  if (tied && process.env['npm_lifecycle_event']) whenParentDies(() => child.disconnect());
}

/** Nobody tells a process that its parent was killed; it only gets another one. */
function whenParentDies(act) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 1_000);
}

function newest(paths) {
  let newestMs = 0;
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) continue;
    const inside = stat.isDirectory()
      ? newest(readdirSync(path).map((name) => join(path, name)))
      : stat.mtimeMs;
    newestMs = Math.max(newestMs, inside);
  }
  return newestMs;
}

/** The folder of all that a laptop's FinFlow keeps. Exists and can be written to, or the process ends with one line. */
export function dataFolder() {
  const folder = resolve(process.env['FINFLOW_DATA'] || join(root, '.finflow'));
  try {
    mkdirSync(folder, { recursive: true });
    const probe = join(folder, '.write-probe');
    writeFileSync(probe, '');
  } catch (error) {
    fail(
      `The data folder ${folder} can't be written to (${error.code}). Choose another: FINFLOW_DATA=/some/folder npm start`,
    );
  }
  return folder;
}
