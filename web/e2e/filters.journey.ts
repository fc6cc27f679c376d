import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Company, registerCompany } from './api.ts';
import { newVisitor, openBrowser } from './browser.ts';
import { signIn } from './steps.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const draftCount = 50;

async function writeDrafts(company: Company): Promise<void> {
  const { createCustomer } = await company.ask<{ createCustomer: { customer: { id: string } } }>(
    `mutation { createCustomer(input: { name: "Blue Bakery" }) { ... on CustomerSaved { customer { id } } } }`,
  );
  const lines = [{ description: 'Oak table', quantity: '1', unitPriceMinor: '10000' }];
  const input = { customerId: createCustomer.customer.id, dueDate: '2099-12-31', lines };
  for (let made = 0; made < draftCount; made += 1) {
    await company.ask(
      'mutation ($input: InvoiceDraftInput!) { saveInvoiceDraft(input: $input) { __typename } }',
      { input },
    );
  }
}

/** The filters with which the page asks for invoices from now on. */
function askedOf(page: Page): unknown[] {
  const filters: unknown[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().endsWith('/graphql')) return;
    const { operationName, variables } = JSON.parse(request.postData() ?? '{}');
    if (operationName === 'Invoices') filters.push(variables.filter);
  });
  return filters;
}

it('asks once for each choice of a list, and takes it back at once', async () => {
  const company = await registerCompany();
  await writeDrafts(company);
  const { page } = await newVisitor(browser);
  await signIn(page, company);
  const asked = askedOf(page);
  await page.getByRole('link', { name: 'Invoices', exact: true }).click();
  await page.getByText(`${draftCount} of ${draftCount} shown`).waitFor();
  await page.getByRole('link', { name: 'Paid' }).click();
  await page.getByText('No invoice matches').waitFor();
  await page.getByRole('link', { name: 'Drafts' }).click();
  await page.getByText(`${draftCount} of ${draftCount} shown`).waitFor();
  await page.goBack();
  await page.getByText('No invoice matches').waitFor();
  await page.goBack();
  await page.getByText(`${draftCount} of ${draftCount} shown`).waitFor();
  await page.waitForLoadState('networkidle');
  const [paid, drafts] = [{ status: ['PAID'] }, { status: ['DRAFT'] }];
  expect(asked).toEqual([null, paid, drafts, paid, null]);
});
