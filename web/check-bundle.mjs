// Fails when a first visit downloads too much. Run after `vite build`: npm run bundle.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const budgetKb = { initial: 270, route: 40, charts: 120, css: 10 };

const dist = join(import.meta.dirname, 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));

const gzipKb = (file) => gzipSync(readFileSync(join(dist, file))).length / 1000;
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/** The files that a browser must have before an entry runs: itself and what it imports statically. */
function filesOf(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const imported of chunk.imports ?? []) filesOf(imported, seen);
  return seen;
}

const initial = filesOf('index.html');
const lazy = Object.values(manifest)
  .map(({ file }) => file)
  .filter((file) => file.endsWith('.js') && !initial.has(file));
const css = readdirSync(join(dist, 'assets')).filter((file) => file.endsWith('.css'));

const measured = [
  { what: 'initial', kb: sum([...initial].map(gzipKb)), limit: budgetKb.initial },
  { what: 'css', kb: sum(css.map((file) => gzipKb(join('assets', file)))), limit: budgetKb.css },
  ...lazy.map((file) => ({
    what: file,
    kb: gzipKb(file),
    limit: /Chart-/.test(file) ? budgetKb.charts : budgetKb.route,
  })),
];

for (const { what, kb, limit } of measured) {
  const mark = kb > limit ? 'TOO LARGE' : 'ok';
  process.stdout.write(`${kb.toFixed(1).padStart(7)} kB of ${limit}  ${mark}  ${what}\n`);
}
process.exitCode = measured.some(({ kb, limit }) => kb > limit) ? 1 : 0;
