import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { until } from '@finflow/shared/testing/until';
import { type Company, registerCompany } from './api.ts';
import { axeViolations, newVisitor, openBrowser, picture } from './browser.ts';
import { spend } from './spend.ts';
import { signIn } from './steps.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const cost = (description: string, amountMinor: string, days: number) => ({
  description,
  amountMinor,
  code: '6900',
  date: new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10),
});
const repair = cost('Repair of the planer', '874000', 170);

/** Half a year of what a van costs. */
const usualCosts = (company: Company) =>
  spend(
    company,
    ...Array.from({ length: 24 }, (_, week) =>
      cost('Van and electricity', String(7000 + 13 * week), 7 * week),
    ),
  );

const countIs = (company: Company, count: number) =>
  until(async () => {
    type Found = { anomalies: { totalCount: number } };
    return (
      (await company.ask<Found>('{ anomalies { totalCount } }')).anomalies.totalCount === count
    );
  });

it('tells live of what is odd, shows why, and takes an answer', async () => {
  const company = await registerCompany();
  await usualCosts(company);
  const { page } = await newVisitor(browser);
  await signIn(page, company);
  await page.getByRole('link', { name: 'Anomalies' }).click();
  await page.getByText('Nothing odd so far').waitFor();
  await spend(company, repair);
  const row = page.getByRole('link', { name: /^“Repair of the planer” is new/ });
  await row.waitFor();
  await page.getByRole('link', { name: /^Anomalies\s*1 to look at$/ }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await picture(page, 'anomalies-light');
  await row.click();
  await page.getByRole('heading', { name: 'New payee' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await picture(page, 'anomaly-light');
  await page.getByRole('button', { name: 'It was expected' }).click();
  await page.getByText('Expected', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Open the entry' }).click();
  await page.waitForURL(/\/ledger\/entries\//);
  await page.getByText('Repair of the planer').first().waitFor();
  const pages = page.getByRole('navigation', { name: 'Pages', exact: true });
  await pages.getByRole('link', { name: 'Anomalies' }).click();
  await page.getByText('All looked at').waitFor();
});

it.each([
  ['light', false],
  ['dark', true],
])('fits a narrow screen: %s', async (look, dark) => {
  const company = await registerCompany();
  await usualCosts(company);
  await spend(company, repair);
  await countIs(company, 1);
  const { page } = await newVisitor(browser, { width: 390, dark });
  await signIn(page, company);
  for (const place of ['list', 'detail']) {
    if (place === 'list') await page.goto('/anomalies');
    else await page.getByRole('link', { name: /^“Repair of the planer”/ }).click();
    await page.getByText(/^“Repair of the planer” is new/).waitFor();
    if (place === 'detail') await page.getByText('Compared with').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await picture(page, `anomalies-390-${look}-${place}`);
  }
});

it('is worked through by keys alone on a narrow dark screen, and a second window follows', async () => {
  const company = await registerCompany();
  await usualCosts(company);
  await spend(company, repair);
  await countIs(company, 1);
  const { context, page } = await newVisitor(browser, { width: 390, dark: true });
  await signIn(page, company);
  await page.goto('/anomalies');
  const name = /^“Repair of the planer” is new/;
  await page.getByRole('link', { name }).waitFor();
  const second = await context.newPage();
  await second.goto('/anomalies');
  await second.getByRole('link', { name }).waitFor();
  await tabTo(page, name);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'New payee' }).waitFor();
  await tabTo(page, /^It was expected$/);
  expect(await brokenAmounts(page)).toEqual([]);
  await picture(page, 'anomaly-390-dark-focus');
  await page.keyboard.press('Enter');
  await page.getByText('Expected', { exact: true }).waitFor();
  await second.getByText('All looked at').waitFor();
  await picture(page, 'anomaly-390-dark-answered');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Control+z');
  await page.getByText('To look at', { exact: true }).waitFor();
  await second.getByRole('link', { name }).waitFor();
  await tabTo(page, /^Anomalies$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name }).waitFor();
});

/** Presses Tab until the focus is on what is called so. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press(key);
    const text = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    if (name.test(text)) return;
    seen.push(text);
  }
  throw new Error(`Forty presses of ${key} don't reach ${String(name)}, but ${seen.join(', ')}.`);
}

/** Amounts of the page that stand on two lines. */
const brokenAmounts = (page: Page) =>
  page.locator('main dd, main li p').evaluateAll((values) =>
    values.flatMap((value) => {
      const range = document.createRange();
      range.selectNodeContents(value);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      const text = value.textContent ?? '';
      return /^€[\d.,]+$/.test(text) && lines.size > 1 ? [text] : [];
    }),
  );
