import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { eventually } from '@finflow/shared/testing/eventually';
import { until } from '@finflow/shared/testing/until';
import { registerCompany } from './api.ts';
import { newVisitor, openBrowser } from './browser.ts';
import { signIn } from './steps.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function choose(page: Page, field: string, part: string, choice: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).fill(part);
  await page.getByRole('option', { name: choice, exact: true }).click();
}

/** Saves where the company is, and finds it there after a reload. */
async function moveTo(page: Page, country: string, zone: string): Promise<void> {
  await page.goto('/settings');
  await choose(page, 'Country', country, country);
  await choose(page, 'Time zone', zone, zone);
  const form = page.locator('form').filter({ hasText: 'Time zone' });
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved').first().waitFor();
  await page.reload();
  const said = (field: string) => page.getByRole('combobox', { name: field }).inputValue();
  await eventually(async () =>
    expect([await said('Country'), await said('Time zone')]).toEqual([country, zone]),
  );
}

/** Whether a page comes to offer the zone's today for a date; midnight may pass meanwhile, and the books hear of a move a little later. */
const offersToday = (page: Page, address: string, label: string, zone: string): Promise<boolean> =>
  until(async () => {
    await page.goto(address);
    const field = page.getByLabel(label).first();
    await field.waitFor();
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
    return (await field.inputValue()) === today;
  });

it('keeps the days of the place that the settings name', async () => {
  const company = await registerCompany();
  const { page } = await newVisitor(browser);
  await signIn(page, company);
  // Twenty-five hours apart: never the same day.
  for (const [country, zone] of [
    ['Kiribati', 'Pacific/Kiritimati'],
    ['American Samoa', 'Pacific/Pago Pago'],
  ] as const) {
    await moveTo(page, country, zone);
    const name = zone.replaceAll(' ', '_');
    expect(await offersToday(page, '/receivables', 'At the end of', name)).toBe(true);
    expect(await offersToday(page, '/ledger/entries/new', 'Date', name)).toBe(true);
  }
}, 240_000);
