import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { issueInvoice, registerCompany } from './api.ts';
import { newVisitor, openBrowser } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('lands after the sign-in exactly where the address leads: sheets, filters, scenarios', async () => {
  const company = await registerCompany();
  const { id } = await issueInvoice(company);
  const places = [
    ['/categorize?sheet=models', 'dialog', 'What suggests categories'],
    ['/customers?search=Blue&sheet=new', 'dialog', 'New customer'],
    [`/invoices/${id}?sheet=payment`, 'dialog', 'Record a payment'],
    ['/settings?sheet=new-key', 'dialog', 'New API key'],
    ['/invoices?status=PAID&overdue=yes&search=a%26b', 'searchbox', 'Search number or customer'],
    ['/cash-flow?show=EXPENSE&by=WEEK', 'heading', 'Cash flow'],
    ['/anomalies?status=EXPECTED', 'heading', 'Anomalies'],
  ] as const;
  for (const [address, role, name] of places) {
    const { context, page } = await newVisitor(browser);
    await page.goto(address);
    await page.getByLabel('Email').fill(company.email);
    await page.getByLabel('Password').fill(company.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole(role, { name, exact: true }).waitFor();
    expect(page.url()).toBe(new URL(address, page.url()).href);
    await page.reload();
    await page.getByRole(role, { name, exact: true }).waitFor();
    expect(page.url()).toBe(new URL(address, page.url()).href);
    await context.close();
  }
}, 240_000);
