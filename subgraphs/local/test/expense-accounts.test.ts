import { expect, it } from '@jest/globals';
import { accounts, chartOfAccounts } from '@finflow/accounting/ledger/chart-of-accounts';
import { categories, uncategorizedAccount } from '@finflow/analytics/categories/taxonomy';

it('has one expense account in the chart for each category, and one for what waits', () => {
  const expenses = chartOfAccounts.filter(({ type }) => type === 'EXPENSE');
  const booked = [...categories.map(({ accountCode }) => accountCode), uncategorizedAccount];
  expect(booked.toSorted()).toEqual(expenses.map(({ code }) => code).toSorted());
  expect(accounts.uncategorized).toBe(uncategorizedAccount);
});

it("calls a category as its account is called, but for the account's wider words", () => {
  const nameOf = new Map<string, string>(chartOfAccounts.map(({ code, name }) => [code, name]));
  const differing = categories.filter(({ accountCode, name }) => nameOf.get(accountCode) !== name);
  expect(differing.map(({ code }) => code)).toEqual(['GOODS']);
});
