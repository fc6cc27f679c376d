import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { until } from '@finflow/shared/testing/until';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Company, registerCompany } from './api.ts';
import { newVisitor, openBrowser } from './browser.ts';
import { closedSheet, focused, openSheet, paidInvoice, signIn } from './steps.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type Counts = {
  readonly customers: { readonly totalCount: number };
  readonly invoices: { readonly totalCount: number };
  readonly journalEntries: { readonly totalCount: number };
  readonly apiKeys: { readonly totalCount: number };
};

/** How many of each there are. */
async function countsOf(company: Company): Promise<Record<keyof Counts, number>> {
  const counts = await company.ask<Counts>(
    '{ customers { totalCount } invoices { totalCount } journalEntries { totalCount } apiKeys { totalCount } }',
  );
  const { customers, invoices, journalEntries, apiKeys } = counts;
  return {
    customers: customers.totalCount,
    invoices: invoices.totalCount,
    journalEntries: journalEntries.totalCount,
    apiKeys: apiKeys.totalCount,
  };
}

const sheetOf = (page: Page) => page.getByRole('dialog');
/** As a hand does it: the first click has its effect before the second comes, on whatever stands there by then. */
async function doubleClick(what: Locator): Promise<void> {
  await what.click();
  const { mouse } = what.page();
  await what.page().waitForTimeout(120);
  await mouse.down({ clickCount: 2 });
  await mouse.up({ clickCount: 2 });
}

it('does once what is double-clicked, from the customer to the entry', async () => {
  const company = await registerCompany();
  const { page } = await newVisitor(browser);
  await signIn(page, company);
  await page.goto('/customers');
  await doubleClick(page.getByRole('link', { name: 'New customer' }).first());
  const sheet = sheetOf(page);
  await sheet.getByLabel('Name').fill('Blue Bakery');
  await doubleClick(sheet.getByRole('button', { name: 'Add customer' }));
  await closedSheet(page);

  await page.goto('/invoices/new');
  await page.getByRole('combobox', { name: 'Customer' }).fill('Blue');
  await page.getByRole('option', { name: 'Blue Bakery' }).click();
  await page.getByLabel('Description').fill('Oak table');
  await page.getByLabel(/^Price/).fill('100');
  await doubleClick(page.getByRole('button', { name: /^Save draft/ }));
  await page.waitForURL(/\/invoices\/[^/]+\/edit$/);
  await page.goto(page.url().replace('/edit', ''));
  await doubleClick(page.getByRole('button', { name: 'Issue' }));
  await doubleClick(page.getByRole('alertdialog').getByRole('button', { name: 'Issue' }));
  await page.getByRole('heading', { level: 1, name: /^Invoice INV-00001/ }).waitFor();
  await doubleClick(page.getByRole('link', { name: 'Record payment' }));
  await sheet.getByLabel('Amount').fill('40');
  await doubleClick(sheet.getByRole('button', { name: 'Record payment' }));
  await closedSheet(page);
  await page.getByText('Partly paid').first().waitFor();

  await page.goto('/ledger/entries/new');
  for (const [at, side] of ['Debit', 'Credit'].entries()) {
    const line = page.getByRole('group', { name: `Posting ${at + 1}` });
    await line.getByLabel('Account').selectOption({ index: at + 1 });
    await line.getByLabel(side).fill('12.50');
  }
  await page.getByLabel('Description').fill('Rent');
  await doubleClick(page.getByRole('button', { name: 'Post entry' }));
  await page.getByRole('heading', { level: 1, name: /Rent|Entry/ }).waitFor();

  await page.goto('/settings');
  await doubleClick(page.getByRole('link', { name: 'New key' }));
  await sheet.getByLabel('Name').fill('Shop');
  await sheet.getByRole('checkbox').first().check();
  await doubleClick(sheet.getByRole('button', { name: 'Make key' }));
  await sheet.getByLabel('The new API key').waitFor();
  expect(await sheet.getByLabel('The new API key').isVisible()).toBe(true); // Still there to be copied.
  expect(await countsOf(company)).toEqual({
    customers: 1,
    invoices: 1,
    journalEntries: 3, // Issued, paid in part, rent.
    apiKeys: 1,
  });
});

type Refunds = {
  readonly invoice: { readonly payments: readonly { readonly refunds: readonly unknown[] }[] };
};

it('gives money back only when it was asked once more', async () => {
  const company = await registerCompany();
  const invoice = await paidInvoice(browser, company);
  const refunds = async () => {
    const { invoice: found } = await company.ask<Refunds>(
      'query ($id: ID!) { invoice(id: $id) { payments { refunds { id } } } }',
      { id: invoice.id },
    );
    return found.payments.flatMap((payment) => payment.refunds).length;
  };
  const { page } = await newVisitor(browser);
  await signIn(page, company);
  await page.goto('/payments');
  await page
    .getByRole('link', { name: /INV-00001|€100.00/ })
    .first()
    .click();
  await doubleClick(page.getByRole('link', { name: 'Refund', exact: true }));
  const sheet = sheetOf(page);
  await sheet.getByLabel('Amount').fill('40');
  await doubleClick(sheet.getByRole('button', { name: 'Continue' }));
  const send = sheet.getByRole('button', { name: 'Refund €40.00' });
  await send.waitFor();
  await sheet.getByRole('button', { name: 'Change' }).click();
  await sheet.getByRole('button', { name: 'Continue' }).waitFor();
  await focused(sheet.getByLabel('Amount'));
  await page.keyboard.press('Enter');
  // A second one before the question is drawn would ask the same again, and not go back.
  await focused(sheet.getByRole('button', { name: 'Change' }));
  await page.keyboard.press('Enter');
  await sheet.getByRole('button', { name: 'Continue' }).waitFor();
  await focused(sheet.getByLabel('Amount'));
  expect(await refunds()).toBe(0);
  await page.keyboard.press('Enter');
  await doubleClick(send);
  await closedSheet(page);
  await page.getByText('Partly refunded').first().waitFor();
  await until(async () => (await refunds()) > 0);
  expect(await refunds()).toBe(1);
});

it('does once what is sent twice by Enter, while the server takes its time', async () => {
  const company = await registerCompany();
  const { page } = await newVisitor(browser);
  await signIn(page, company);
  await page.goto('/customers?sheet=new');
  const sheet = await openSheet(page);
  const name = await focused(sheet.getByLabel('Name'));
  await name.fill('Blue Bakery');
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  await page.route('**/graphql', async (route) => {
    await answered;
    await route.continue();
  });
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Enter');
  const button = sheet.getByRole('button', { name: 'Add customer' });
  await button.and(page.locator('[aria-busy=true]')).waitFor();
  answer();
  await closedSheet(page);
  expect((await countsOf(company)).customers).toBe(1);
});
