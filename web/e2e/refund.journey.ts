import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { until } from '@finflow/shared/testing/until';
import { registerCompany } from './api.ts';
import { axeViolations, newVisitor, openBrowser, picture } from './browser.ts';
import { closedSheet, openSheet, paidInvoice, signIn } from './steps.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('gives money back in part, then the rest, and the books follow', async () => {
  const company = await registerCompany();
  await paidInvoice(browser, company);
  const owner = await newVisitor(browser, { dark: true });
  await signIn(owner.page, company);
  await owner.page.goto('/payments');
  await owner.page
    .getByRole('link', { name: /INV-00001|€100.00/ })
    .first()
    .click();
  await owner.page.getByRole('heading', { level: 1, name: /Payment of/ }).waitFor();
  await owner.page.getByRole('link', { name: 'Refund', exact: true }).click();
  const sheet = await openSheet(owner.page);
  await sheet.getByLabel('Amount').fill('40.00');
  await sheet.getByRole('button', { name: 'Continue' }).click();
  await sheet.getByRole('button', { name: /^Refund/ }).click();
  await closedSheet(owner.page);
  await owner.page.getByText('Partly refunded').first().waitFor();
  await picture(owner.page, 'refund-dark');
  expect(await axeViolations(owner.page)).toEqual([]);

  await owner.page.getByRole('link', { name: 'Refund', exact: true }).click();
  await sheet.getByRole('button', { name: 'Continue' }).click();
  await sheet.getByRole('button', { name: /^Refund/ }).click();
  await closedSheet(owner.page); // The page behind a sheet is hidden, too.
  const refund = owner.page.getByRole('link', { name: 'Refund', exact: true });
  await refund.waitFor({ state: 'hidden' }); // Nothing is left to give back.

  const balances = await until(async () => {
    const { accounts } = await company.ask<{
      accounts: { code: string; balance: { decimal: string } }[];
    }>('{ accounts { code balance { decimal } } }');
    const of = (code: string) => accounts.find((account) => account.code === code)?.balance.decimal;
    return of('4100') === '-100.00' && [of('1010'), of('1100'), of('6400')];
  });
  expect(balances).toEqual(['-3.20', '0.00', '3.20']); // The provider keeps its fee.
});
