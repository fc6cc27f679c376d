import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axeViolations, newVisitor, openBrowser, picture } from './browser.ts';
import { signIn } from './steps.ts';

/** The sample company's; it has two years of books. */
const demo = { email: 'demo@finflow.example', password: 'explore-finflow-demo' };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it.each([
  ['light', false],
  ['dark', true],
])(
  'shows the score of the sample company, why, and what it would be worth: %s',
  async (look, dark) => {
    const { page } = await newVisitor(browser, { dark });
    await signIn(page, demo);
    await page.goto('/credit');
    await page.getByRole('region', { name: 'Score' }).getByText('of 1000').waitFor();
    const reasons = page.getByRole('list', { name: 'Reasons' }).getByRole('listitem');
    await reasons.last().waitFor();
    expect(await reasons.count()).toBe(5);
    await page.getByText('No lender stands behind it').waitFor();
    await page.getByRole('figure', { name: 'Chart of the score by month' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await picture(page, `credit-${look}`);
    await page.setViewportSize({ width: 390, height: 844 });
    // The chart is drawn anew a moment after the page is.
    await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth);
    expect(await axeViolations(page)).toEqual([]);
    await picture(page, `credit-narrow-${look}`);
  },
);
