import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/**
 * Documents of the web app, put together as Apollo Client does, but answered in one piece, without @defer: `[path below
 * web/src/features, name of the constant]`.
 */
async function webQuery(documents: readonly (readonly [string, string])[]): Promise<string> {
  const parts = documents.map(async ([file, name]) => {
    const source = await readFile(resolve(root, `web/src/features/${file}`), 'utf8');
    const document = new RegExp(`const ${name}:[^\`]*gql\`([^\`]*)\``).exec(source)?.[1];
    if (document === undefined) throw new Error(`${file} has no document ${name}`);
    return document.replaceAll(/\$\{\w+\}|@unmask|@defer/g, '');
  });
  return (await Promise.all(parts)).join('\n');
}

/** The first screen. */
export const dashboardQuery = (): Promise<string> =>
  webQuery([
    ['dashboard/DashboardPage.tsx', 'DASHBOARD'],
    ['dashboard/KpiCards.tsx', 'KPI_CARDS'],
    ['dashboard/CashFlowPanel.tsx', 'CASH_FLOW_PANEL'],
    ['dashboard/CashFlowPanel.tsx', 'CASH_FLOW_FORECAST'],
  ]);
