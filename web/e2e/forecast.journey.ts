import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axeViolations, newVisitor, openBrowser, picture } from './browser.ts';
import { holdForecasts } from './hold-forecasts.ts';
import { signIn } from './steps.ts';

/** The sample company's; it has two years behind it, and so a forecast. */
const demo = { email: 'demo@finflow.example', password: 'explore-finflow-demo' };
const outlook = /it should be about/;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it.each([
  ['light', false],
  ['dark', true],
])('shows the figures while analytics still works on the forecast: %s', async (look, dark) => {
  const { page } = await newVisitor(browser, { dark });
  const held = await holdForecasts();
  try {
    await signIn(page, demo);
    await page.getByRole('link', { name: 'Cash now' }).waitFor();
    await page.getByText('Loading the forecast').waitFor({ state: 'attached' });
    expect(await page.getByText(outlook).count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    await picture(page, `dashboard-before-forecast-${look}`);
  } finally {
    await held.release();
  }
  await page.getByText(outlook).waitFor();
  await page
    .getByRole('figure', { name: 'Chart of cash by month' })
    .locator('svg')
    .first()
    .waitFor();
  await page.getByText('Loading the forecast').waitFor({ state: 'detached' });
  await picture(page, `dashboard-after-forecast-${look}`);
});
