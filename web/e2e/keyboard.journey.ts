import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { registerCompany } from './api.ts';
import { newVisitor, openBrowser } from './browser.ts';
import { signIn } from './steps.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Presses Tab until the field with this label has the focus. */
async function tabTo(page: Page, label: string | RegExp): Promise<void> {
  const field = page.getByLabel(label).last();
  for (let presses = 0; presses < 40; presses += 1) {
    if (await field.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${label}`);
}

it('writes and issues an invoice without a mouse', async () => {
  const company = await registerCompany();
  await company.ask(
    'mutation { createCustomer(input: { name: "Blue Bakery" }) { ... on CustomerSaved { customer { id } } } }',
  );
  const { page } = await newVisitor(browser);
  await signIn(page, company);
  await page.goto('/invoices/new');
  await page.getByRole('combobox', { name: 'Customer' }).focus();
  await page.keyboard.type('Blue');
  await page.getByRole('option', { name: 'Blue Bakery' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Description');
  await page.keyboard.type('Oak table');
  await tabTo(page, /^Price/);
  await page.keyboard.type('120.00');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: /Invoice INV-00001/ }).waitFor();
  const { invoices } = await company.ask<{ invoices: { totalAmount: { decimal: string } } }>(
    '{ invoices { totalAmount { decimal } } }',
  );
  expect(invoices.totalAmount.decimal).toBe('120.00');
});
