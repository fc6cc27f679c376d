import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { axeViolations, newVisitor, openBrowser, picture } from './browser.ts';
import { closedSheet, openCardForm, payByCard } from './steps.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function registerInTheBrowser(page: Page): Promise<void> {
  await page.goto('/register');
  await page.getByLabel('Your name').fill('Mia Falk');
  await page.getByLabel('Email').fill(`mia-${Date.now()}@journey.example`);
  await page.getByLabel('Password').fill('a walk along the harbour 7');
  await page.getByLabel('Company').fill('Falk Joinery');
  await page.getByLabel('Base currency').selectOption('EUR');
  await page
    .getByRole('button', { name: /company|account|register/i })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
}

async function issueInTheBrowser(page: Page): Promise<void> {
  await page.goto('/invoices/new');
  await page.getByRole('combobox', { name: 'Customer' }).fill('Blue Bakery');
  await page.getByText('Add “Blue Bakery”').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /save|add/i })
    .click();
  await closedSheet(page);
  const first = page.getByRole('group', { name: 'Line 1' });
  await first.getByLabel('Description').fill('Oak table');
  await first.getByLabel('Quantity').fill('2');
  await first.getByLabel('Price, EUR').fill('450.00');
  await first.getByLabel('Discount %').fill('10');
  await first.getByLabel('Tax %').fill('19');
  await page.getByRole('button', { name: 'Add a line' }).click();
  const second = page.getByRole('group', { name: 'Line 2' });
  await second.getByLabel('Description').fill('Delivery');
  await second.getByLabel('Quantity').fill('1');
  await second.getByLabel('Price, EUR').fill('35.50');
  await picture(page, 'invoice-editor');
  await page.getByRole('button', { name: /^Issue/ }).click();
  await page.getByRole('heading', { level: 1, name: /Invoice INV-/ }).waitFor();
}

it('carries an invoice from the first sign-up to the forecast, live in two browsers', async () => {
  const owner = await newVisitor(browser);
  await registerInTheBrowser(owner.page);
  await issueInTheBrowser(owner.page);
  // 2 × 450.00 less 10 % = 810.00 and 19 % of it 153.90; 35.50 and 19 % of it 6.745, to the even cent 6.74.
  await owner.page.getByText('€1,006.14').first().waitFor();
  const link = await owner.page.getByRole('textbox', { name: 'Payment link' }).inputValue();

  const customer = await newVisitor(browser, { width: 390 });
  await customer.page.goto(new URL(link).pathname);
  await customer.page.getByText('Falk Joinery').first().waitFor();
  expect(await axeViolations(customer.page)).toEqual([]);
  const form = await openCardForm(customer.page);
  await picture(customer.page, 'pay-page-390');
  await payByCard(form, '4242424242424242');
  await customer.page.getByRole('heading', { name: 'Receipt' }).waitFor();
  await picture(customer.page, 'receipt-390');

  // The owner's page was not touched: the feeds brought it there.
  await owner.page.getByText('Paid in full').waitFor();
  await picture(owner.page, 'invoice-paid');
  expect(await axeViolations(owner.page)).toEqual([]);

  await customer.page.reload();
  await customer.page.getByRole('heading', { name: 'Receipt' }).waitFor();

  await owner.page.goto('/');
  // Paid 1,006.14, less the provider's 2.9 % + 0.30 = 29.48.
  await owner.page.getByText('€976.66').first().waitFor();
  await picture(owner.page, 'dashboard-after-payment');
}, 120_000);
