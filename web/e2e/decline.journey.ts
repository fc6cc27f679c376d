import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { until } from '@finflow/shared/testing/until';
import { issueInvoice, registerCompany } from './api.ts';
import { newVisitor, openBrowser, picture } from './browser.ts';
import { openCardForm, payByCard, signIn } from './steps.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it("shows the bank's reason on both screens, books nothing, and takes another card", async () => {
  const company = await registerCompany();
  const invoice = await issueInvoice(company);
  const owner = await newVisitor(browser);
  await signIn(owner.page, company);
  await owner.page.goto(`/invoices/${invoice.id}`);
  await owner.page.getByRole('heading', { name: `Invoice ${invoice.number}` }).waitFor();

  const customer = await newVisitor(browser, { dark: true });
  await customer.page.goto(new URL(invoice.paymentLink).pathname);
  const form = await openCardForm(customer.page);
  await payByCard(form, '4000000000009995');
  await form
    .getByText(/insufficient funds/i)
    .first()
    .waitFor();
  await owner.page
    .getByText(/insufficient funds/i)
    .first()
    .waitFor();
  await picture(customer.page, 'declined-dark');
  const { journalEntries } = await company.ask<{ journalEntries: { totalCount: number } }>(
    '{ journalEntries { totalCount } }',
  );
  expect(journalEntries.totalCount).toBe(1); // Issued, and nothing else.

  await payByCard(form, '4242424242424242');
  await customer.page.getByRole('heading', { name: 'Receipt' }).waitFor();
  await owner.page.getByText('Paid in full').waitFor();
});

it('asks the holder where the card wants it', async () => {
  const company = await registerCompany();
  const invoice = await issueInvoice(company);
  const customer = await newVisitor(browser);
  await customer.page.goto(new URL(invoice.paymentLink).pathname);
  const form = await openCardForm(customer.page);
  await payByCard(form, '4000002500003155');
  await form.getByRole('button', { name: 'Complete' }).click();
  const receipt = customer.page.getByRole('heading', { name: 'Receipt' });
  await receipt.waitFor();
  expect(await receipt.isVisible()).toBe(true);
});

it('begins one payment however often the button is clicked', async () => {
  const company = await registerCompany();
  const invoice = await issueInvoice(company);
  const customer = await newVisitor(browser);
  await customer.page.goto(new URL(invoice.paymentLink).pathname);
  await customer.page.getByRole('button', { name: /^Pay / }).dblclick();
  const form = customer.page.frameLocator('iframe');
  await form.getByLabel('Card number').waitFor();
  await form.getByLabel('Card number').fill('4242424242424242');
  await form.getByLabel('Expiry').fill('12 / 34');
  await form.getByLabel('Security code').fill('123');
  await form.getByRole('button', { name: /^Pay / }).dblclick();
  await customer.page.getByRole('heading', { name: 'Receipt' }).waitFor();
  const payments = await until(async () => {
    const { invoice: paid } = await company.ask<{
      invoice: { status: string; payments: { status: string }[] };
    }>('query ($id: ID!) { invoice(id: $id) { status payments { status } } }', { id: invoice.id });
    return paid.status === 'PAID' && paid.payments;
  });
  expect(payments).toEqual([{ status: 'COMPLETED' }]);
});
