import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { until } from '@finflow/shared/testing/until';
import { type Company, registerCompany } from './api.ts';
import { axeViolations, holdSockets, newVisitor, openBrowser, picture } from './browser.ts';
import { experiencedCompany } from './experienced-company.ts';
import { spend, waitingCountIs } from './spend.ts';
import { closedSheet, focused, openSheet, signIn } from './steps.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A row that came a moment ago takes nothing yet. */
const takesDecisions = (rows: Page | Locator) =>
  rows
    .locator('button:enabled', { hasText: /^It was / })
    .first()
    .waitFor();

const rowButton = (page: Page, name: RegExp) => page.getByRole('button', { name });

/** Takes a category for the row on which the focus is, and waits until the keys are at the row after it. */
async function pick(page: Page, category: string, next: RegExp): Promise<void> {
  await page.keyboard.press('c');
  const search = await focused(page.getByLabel('Search categories'));
  await search.fill(category);
  await page.keyboard.press('Enter');
  await closedSheet(page);
  await focused(rowButton(page, next));
}

type Accounts = { accounts: readonly { code: string; balance: { minor: string } }[] };

/** Money paid from the bank that nobody has said the purpose of; the company wants to be asked about all of it. */
async function askAbout(company: Company, ...texts: readonly string[]): Promise<void> {
  await company.ask('mutation { setCategoryThreshold(input: { threshold: 1 }) { __typename } }');
  const expenses = texts.map((description, index) => ({
    description,
    date: `2026-11-0${index + 1}`,
    code: '6999',
    amountMinor: '4990',
  }));
  await spend(company, ...expenses);
  await waitingCountIs(company, texts.length);
}

it('categorizes expenses by keyboard, and the books follow', async () => {
  const company = await registerCompany();
  await askAbout(company, 'Zwirnhaus 1', 'Quark 2', 'Kolbenhof 3');
  const { page } = await newVisitor(browser);
  await signIn(page, company);
  await page.getByRole('link', { name: 'Categorize' }).click();
  await focused(rowButton(page, /^Kolbenhof 3/));
  expect(await axeViolations(page)).toEqual([]);
  await picture(page, 'categorize-light');
  await page.keyboard.press('j');
  await focused(rowButton(page, /^Quark 2/));
  await pick(page, 'Rent', /^Zwirnhaus 1/);
  await page.getByText('2 expenses to look at').waitFor();
  await page.keyboard.press('k');
  await focused(rowButton(page, /^Kolbenhof 3/));
  await pick(page, 'Training', /^Zwirnhaus 1/);
  await page.getByText('1 expense to look at').waitFor();
  await takesDecisions(page);
  await page.keyboard.press('Enter');
  await page.getByText('Everything has its category').waitFor();
  await page.getByText('Quark 2 is Rent').waitFor();
  await until(async () => {
    const { accounts } = await company.ask<Accounts>('{ accounts { code balance { minor } } }');
    const minorOn = new Map(accounts.map(({ code, balance }) => [code, balance.minor]));
    return minorOn.get('6999') === '0' && minorOn.get('6000') === '4990';
  });
  await picture(page, 'categorize-done');
});

it('lets two people work through one queue', async () => {
  const company = await registerCompany();
  await askAbout(company, 'Zwirnhaus 1', 'Quark 2', 'Kolbenhof 3');
  const { page } = await newVisitor(browser);
  const { page: other } = await newVisitor(browser);
  const openSockets = await holdSockets(page);
  for (const one of [page, other]) {
    await signIn(one, company);
    await one.goto('/categorize');
    await focused(rowButton(one, /^Kolbenhof 3/));
  }
  await takesDecisions(other);
  await other.keyboard.press('Enter');
  await other.getByText('2 expenses to look at').waitFor();
  openSockets(); // What happened since the list was read is told to who begins to listen only now.
  await page.getByText(/^Somebody decided it meanwhile: /).waitFor();
  await page.getByText('2 expenses to look at').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await picture(page, 'categorize-meanwhile');
  await page.keyboard.press('Enter');
  await rowButton(page, /^Kolbenhof 3/).waitFor({ state: 'detached' });
  await focused(rowButton(page, /^Quark 2/));
});

it('says in the row that the connection was lost, and takes the decision again', async () => {
  const company = await registerCompany();
  await askAbout(company, 'Zwirnhaus 1', 'Quark 2');
  const { context, page } = await newVisitor(browser);
  await signIn(page, company);
  await page.goto('/categorize');
  const row = page.getByRole('listitem').filter({ hasText: 'Quark 2' });
  await takesDecisions(row);
  await focused(rowButton(page, /^Quark 2/));
  await context.setOffline(true);
  await page.keyboard.press('Enter');
  await row.getByRole('alert').waitFor();
  await focused(rowButton(page, /^Zwirnhaus 1/));
  expect(await row.getByRole('alert').textContent()).toMatch(/can’t be reached|connection/);
  await context.setOffline(false);
  await page.keyboard.press('k');
  await focused(rowButton(page, /^Quark 2/));
  await takesDecisions(row);
  await page.keyboard.press('Enter');
  await page.getByText('1 expense to look at').waitFor();
  await page.getByText(/^Quark 2 is /).waitFor();
});

it.each([
  ['light', false],
  ['dark', true],
])('fits a narrow screen: %s', async (look, dark) => {
  const company = await registerCompany();
  await askAbout(company, 'Zwirnhaus 1', 'Quark 2');
  const { page } = await newVisitor(browser, { width: 390, dark });
  await signIn(page, company);
  await page.goto('/categorize');
  await page.getByRole('button', { name: /^Quark 2/ }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  await picture(page, `categorize-390-${look}`);
  await page
    .getByRole('button', { name: /^It was / })
    .first()
    .click();
  await page.getByText('1 expense to look at').waitFor();
});

describe('a model of the company’s own', () => {
  let company: Company;
  beforeAll(async () => {
    company = await experiencedCompany();
  }, 180_000);

  it('is trained in the background, and can be taken back', async () => {
    const { page } = await newVisitor(browser);
    await signIn(page, company);
    await page.goto('/categorize');
    await page.getByRole('link', { name: 'Models' }).click();
    const own = page.getByRole('listitem').filter({ hasText: 'Own model, version 1' });
    const general = page.getByRole('listitem').filter({ hasText: 'General model' });
    await own.getByText('In use').waitFor({ timeout: 60_000 });
    expect(await axeViolations(page)).toEqual([]);
    await picture(page, 'categorize-models');
    await page.getByRole('button', { name: 'Use this version (General model)' }).press('Enter');
    await page.getByRole('button', { name: 'Use it' }).click();
    await general.getByText('In use').waitFor();
    await own.getByText('In use').waitFor({ state: 'detached' });
    await page.reload();
    await general.getByText('In use').waitFor();
    await openSheet(page);
    await page.keyboard.press('Escape');
    await page.waitForURL(/\/categorize$/);
  });

  it.each([
    ['light', false],
    ['dark', true],
  ])('fits a narrow screen: %s', async (look, dark) => {
    const { page } = await newVisitor(browser, { width: 390, dark });
    await signIn(page, company);
    await page.goto('/categorize?sheet=models');
    await page.getByText('General model', { exact: true }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await picture(page, `categorize-models-390-${look}`);
  });
});
