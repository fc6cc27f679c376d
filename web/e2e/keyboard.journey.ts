import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@finflow/shared/testing/eventually';
import type { Browser, Page } from 'playwright-core';
import { registerCompany } from './api.ts';
import { newVisitor, openBrowser } from './browser.ts';
import { focused, signIn } from './steps.ts';

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
  const customer = page.getByRole('combobox', { name: 'Customer' });
  await customer.focus();
  await focused(customer);
  await page.keyboard.type('Blue');
  const option = page.getByRole('option', { name: 'Blue Bakery' });
  await option.waitFor();
  await page.keyboard.press('ArrowDown');
  await option.and(page.locator('[data-highlighted]')).waitFor();
  await page.keyboard.press('Enter');
  await option.waitFor({ state: 'detached' });
  await eventually(async () => expect(await customer.inputValue()).toBe('Blue Bakery'));
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
