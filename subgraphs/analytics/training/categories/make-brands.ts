/**
 * Makes the list of brands that the general model knows:
 *
 *   npx node subgraphs/analytics/training/categories/make-brands.ts INDEX_FILE
 *
 * INDEX_FILE is `dist/json/nsi.json` of the npm package `name-suggestion-index` (8.0.20260918; OpenStreetMap's brands and what they are; no
 * dependency: it is read here only). Writes brands.tsv beside this file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { brandsOf, formatBrands } from './brands.ts';

const [file] = process.argv.slice(2);
if (!file) throw new RangeError('make-brands.ts INDEX_FILE');
const brands = brandsOf(JSON.parse(readFileSync(file, 'utf8')));
writeFileSync(new URL('brands.tsv', import.meta.url), formatBrands(brands));
process.stdout.write(`${brands.length} brands\n`);
