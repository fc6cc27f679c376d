import { writeFile } from 'node:fs/promises';
import { classicalMembers } from '../../src/forecasting/forecast-series.ts';
import type {
  ErrorTable,
  Evidence,
  StepErrors,
} from '../../src/forecasting/intervals/interval-table.ts';
import type { Grain } from '../../src/forecasting/series.ts';
import { readLearningSeries } from '../forecast/read-series.ts';
import { calibrationWindows } from './calibration-windows.ts';
import { errorsOf, stepErrors } from './step-errors.ts';

/**
 * Finds how far off forecasts are on training series and writes the table that intervals are made from:
 * `node subgraphs/analytics/training/intervals/calibrate.ts DATA_FOLDER`. Futures of the published tasks are not in these series. The nets are
 * left out of the members, as they have seen the series.
 */
const perSource = { short: 200, little: 80, plenty: 120 };
const steps: Readonly<Record<Grain, readonly number[]>> = {
  DAY: [1, 7, 14, 28],
  WEEK: [1, 2, 4, 8, 13],
  MONTH: [1, 2, 3, 6, 9, 12],
};

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say where the series are.');
const series = await readLearningSeries(folder);

function tableOf(grain: Grain): ErrorTable {
  const rows = (evidence: Evidence): readonly StepErrors[] => {
    const windows = calibrationWindows(series, grain, { evidence, perSource: perSource[evidence] });
    const errors = windows.map((window) => errorsOf(window, classicalMembers));
    process.stdout.write(`${grain} ${evidence}: ${errors.length} windows\n`);
    return steps[grain].map((step) => stepErrors(errors, step));
  };
  return { short: rows('short'), little: rows('little'), plenty: rows('plenty') };
}

const tables: Readonly<Record<Grain, ErrorTable>> = {
  DAY: tableOf('DAY'),
  WEEK: tableOf('WEEK'),
  MONTH: tableOf('MONTH'),
};
const head = `// Written by training/intervals/calibrate.ts; not by hand.\nimport type { Grain } from '../series.ts';\nimport type { ErrorTable } from './interval-table.ts';\n`;
const body = `export const errorTables: Readonly<Record<Grain, ErrorTable>> = ${JSON.stringify(tables, null, 1)};\n`;
await writeFile(
  new URL('../../src/forecasting/intervals/error-tables.generated.ts', import.meta.url),
  `${head}\n${body}`,
);
