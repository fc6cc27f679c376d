import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@finflow/shared/testing/eventually';
import { until } from '@finflow/shared/testing/until';
import type { Browser } from 'playwright-core';
import { issueInvoice, registerCompany } from './api.ts';
import { newVisitor, openBrowser } from './browser.ts';
import { closedSheet, openSheet, signIn, signOut, typeSignIn } from './steps.ts';

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
    ['/cash-flow?by=WEEK&sheet=scenario', 'dialog', 'What if ...?'],
    ['/invoices?status=PAID&overdue=yes&search=a%26b', 'searchbox', 'Search number or customer'],
    ['/cash-flow?show=EXPENSE&by=WEEK', 'heading', 'Cash flow'],
    ['/anomalies?status=EXPECTED', 'heading', 'Anomalies'],
  ] as const;
  for (const [address, role, name] of places) {
    const { context, page } = await newVisitor(browser);
    await page.goto(address);
    await typeSignIn(page, company);
    await page.getByRole(role, { name, exact: true }).waitFor();
    expect(page.url()).toBe(new URL(address, page.url()).href);
    await page.reload();
    await page.getByRole(role, { name, exact: true }).waitFor();
    expect(page.url()).toBe(new URL(address, page.url()).href);
    await context.close();
  }
}, 240_000);

it('shows the sign-in to nobody who is signed in, not for a moment', async () => {
  const company = await registerCompany();
  const { context, page } = await newVisitor(browser);
  await signIn(page, company);
  const later = await context.newPage();
  let formsSeen = 0;
  await later.exposeFunction('tellOfForm', () => {
    formsSeen += 1;
  });
  await later.addInitScript(() => {
    const look = () => {
      if (document.querySelector('input[type=password]')) Object(window).tellOfForm();
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
  });
  for (const [address, arrival, heading] of [
    ['/sign-in', '/', 'Dashboard'],
    ['/sign-in?next=%2Finvoices%3Fstatus%3DPAID', '/invoices?status=PAID', 'Invoices'],
    ['/register', '/', 'Dashboard'],
    ['/welcome', '/', 'Dashboard'],
  ] as const) {
    await later.goto(address);
    await later.getByRole('heading', { level: 1, name: heading }).waitFor();
    expect(later.url()).toBe(new URL(arrival, later.url()).href);
  }
  expect(formsSeen).toBe(0);
  await signOut(later);
  await until(() => formsSeen > 0);
}, 120_000);

it('closes every sheet by Back, and by Escape without a trace', async () => {
  const company = await registerCompany();
  const { id } = await issueInvoice(company);
  const { page } = await newVisitor(browser);
  await signIn(page, company);
  const sheets = [
    [`/invoices/${id}`, 'link', 'Record payment'],
    ['/customers?search=Blue', 'link', 'New customer'],
    ['/customers?search=Blue', 'link', 'Blue Bakery'],
    ['/settings', 'link', 'New key'],
    ['/categorize', 'link', 'Models'],
    ['/cash-flow?by=WEEK', 'link', 'What if ...?'],
  ] as const;
  for (const [address, role, name] of sheets) {
    await page.goto('/ledger');
    await page.goto(address);
    const opener = page.getByRole(role, { name, exact: true }).filter({ visible: true }).first();
    await opener.click();
    await openSheet(page);
    await page.goBack();
    await closedSheet(page);
    expect(page.url()).toBe(new URL(address, page.url()).href);
    await opener.click();
    await openSheet(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await closedSheet(page);
    expect(page.url()).toBe(new URL(address, page.url()).href);
    await page.waitForFunction((text) => document.activeElement?.textContent?.includes(text), name);
    await page.goBack();
    await page.waitForURL('**/ledger');
  }
}, 240_000);

it('keeps the invoice that is being typed while a customer is added above it', async () => {
  const company = await registerCompany();
  const { page } = await newVisitor(browser);
  await signIn(page, company);
  await page.goto('/invoices/new');
  await page.getByLabel('Description').first().fill('Oak table');
  await page.getByRole('combobox', { name: 'Customer' }).fill('Blue Bakery');
  await page.getByText('Add “Blue Bakery”').click();
  await page.getByRole('dialog', { name: 'New customer' }).waitFor();
  await openSheet(page);
  await page.goBack();
  await closedSheet(page);
  expect(await page.getByLabel('Description').first().inputValue()).toBe('Oak table');
  await page.goForward();
  const sheet = await openSheet(page);
  await sheet.getByRole('button', { name: 'Add customer' }).click();
  await closedSheet(page);
  const customer = page.getByRole('combobox', { name: 'Customer' });
  await eventually(async () => expect(await customer.inputValue()).toBe('Blue Bakery'));
  expect(await page.getByLabel('Description').first().inputValue()).toBe('Oak table');
  expect(new URL(page.url()).search).toBe('');
});
