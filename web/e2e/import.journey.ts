import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { registerCompany } from './api.ts';
import { axeViolations, newVisitor, openBrowser, picture } from './browser.ts';
import { signIn } from './steps.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const header = 'customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate';

/** Three customers in turn; every fourth invoice is still open. */
const goodRows = (count: number) =>
  Array.from({ length: count }, (_unused, i) => {
    const day = (i % 27) + 1;
    const settled = i % 4 === 0 ? '' : `3/${day}/2024`;
    return `C-${i % 3},F-${1000 + i},1/${day}/2024,2/${day}/2024,${100 + i}.50,${settled}`;
  });

async function choose(page: Page, name: string, lines: readonly string[]): Promise<void> {
  await page.goto('/import');
  await page.getByLabel('Receivables file').setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from([header, ...lines].join('\n')),
  });
}

it('brings a file in with a preview, says which rows are wrong, and never brings a row in twice', async () => {
  const company = await registerCompany();
  const { page } = await newVisitor(browser);
  await signIn(page, company);
  await choose(page, 'broken.csv', [
    ...goodRows(2),
    'C-9,F-1,13/45/2024,2/1/2024,10.00,',
    'C-9,F-2,1/1/2024,2/1/2024,-5,',
  ]);
  await page.getByText('Rows with a problem').waitFor();
  await page
    .getByText(/line 4/i)
    .first()
    .waitFor();
  await picture(page, 'import-errors');
  expect(await axeViolations(page)).toEqual([]);

  await choose(page, 'good.csv', goodRows(60));
  await page.getByRole('button', { name: /^Import/ }).click();
  await page.getByText('good.csv is in the books').waitFor();
  const { invoices } = await company.ask<{ invoices: { totalCount: number } }>(
    '{ invoices { totalCount } }',
  );
  expect(invoices.totalCount).toBe(60);

  await choose(page, 'good.csv', goodRows(60));
  await page.getByText(/In the books already, to be skipped: 60 rows/).waitFor();
});
