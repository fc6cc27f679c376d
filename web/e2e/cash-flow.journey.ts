import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axeViolations, newVisitor, openBrowser, picture } from './browser.ts';
import { focused, openSheet, signIn } from './steps.ts';

/** The sample company's; it has two years behind it. */
const demo = { email: 'demo@finflow.example', password: 'explore-finflow-demo' };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it.each([
  { look: 'light', dark: false, width: 1280 },
  { look: 'dark-narrow', dark: true, width: 390 },
])('shows what cash will do and what a hire would change: $look', async ({ look, dark, width }) => {
  const { page } = await newVisitor(browser, { dark, width });
  await signIn(page, demo);
  await page.getByRole('link', { name: 'Look closer' }).click();
  await page.getByText(/At the end of .* it should be about/).waitFor();
  await page.getByRole('figure', { name: 'Chart of cash' }).locator('svg').first().waitFor();
  await page.getByText(/Of the last 6 months, \d ended inside/).waitFor();
  const customers = page.getByRole('region', { name: 'By customer' }).getByRole('listitem');
  await customers.last().waitFor();
  expect(await customers.count()).toBe(9);
  expect(await axeViolations(page)).toEqual([]);
  await picture(page, `cash-flow-${look}`);

  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation', { name: /^Pages/ }).count()).toBe(0);
  expect(await page.getByRole('banner').count()).toBe(0);
  await page.emulateMedia({ media: 'screen' });

  await page.getByRole('link', { name: 'What if ...?' }).press('Enter');
  const sheet = await openSheet(page);
  // The sheet grows while it opens: what is laid out counts.
  const opener = await sheet
    .getByRole('button', { name: 'Show customers' })
    .evaluate((button: HTMLElement) => Math.min(button.offsetWidth, button.offsetHeight));
  expect(opener).toBeGreaterThanOrEqual(24);
  await sheet.getByLabel('What if').selectOption({ label: 'A new monthly cost, such as a hire' });
  await sheet.getByLabel('Amount').fill('3500');
  await sheet.getByLabel('Amount').press('Enter');
  await page.getByText(/€3,500.00 goes out every month/).waitFor();
  await page.getByText(/€\d+,500.00 less by the end|€\d+,000.00 less by the end/).waitFor();
  await page.getByRole('heading', { name: 'Cash in the scenario' }).waitFor();
  expect(new URL(page.url()).searchParams.getAll('if')).toHaveLength(1);
  expect(await axeViolations(page)).toEqual([]);
  await picture(page, `cash-flow-scenario-${look}`);

  await page.getByRole('button', { name: /^Take back/ }).click();
  await page.getByRole('heading', { name: 'Cash', exact: true }).waitFor();
  await page.getByRole('link', { name: 'Expenses' }).click();
  await page.getByText(/Expenses of .* should be about/).waitFor();
  await page.getByRole('link', { name: 'By week' }).click();
  await page.getByRole('button', { name: 'Show as table' }).click();
  const figures = page.getByRole('region', { name: 'Figures by period' });
  await figures
    .getByText(/^\d.* to .*, forecast$/) // A week: the months are gone.
    .first()
    .waitFor();
  await figures.focus();
  await focused(figures);
  await page.keyboard.press('End');
  await page.waitForFunction((area) => (area?.scrollTop ?? 0) > 0, await figures.elementHandle());
  expect(await page.evaluate(() => document.body.scrollWidth <= window.innerWidth)).toBe(true);
  expect(await axeViolations(page)).toEqual([]);
  await picture(page, `cash-flow-table-${look}`);
});
