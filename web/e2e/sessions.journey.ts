import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@finflow/shared/testing/eventually';
import { until } from '@finflow/shared/testing/until';
import type { Browser, WebSocketRoute } from 'playwright-core';
import { issueInvoice, recordPayment, registerCompany } from './api.ts';
import { axeViolations, newVisitor, openBrowser } from './browser.ts';
import { openSheet, signIn, signOut, typeSignIn } from './steps.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it('shows in a second tab what the first one did', async () => {
  const company = await registerCompany();
  const invoice = await issueInvoice(company);
  const { context, page } = await newVisitor(browser);
  await signIn(page, company);
  await page.goto(`/invoices/${invoice.id}`);
  const second = await context.newPage();
  await second.goto('/invoices');
  const row = second.getByRole('row', { name: new RegExp(invoice.number) });
  await row.getByText('Open').first().waitFor();
  await page.goto(`/invoices/${invoice.id}?sheet=payment`);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /record/i })
    .click();
  await page.getByText('Paid in full').waitFor();
  await row.getByText('Paid').first().waitFor();
  await eventually(async () => expect(await row.textContent()).not.toContain('Open'));
});

it('asks for a sign-in when the session is over, and goes on where it was', async () => {
  const company = await registerCompany();
  const { context, page } = await newVisitor(browser);
  await signIn(page, company);
  await context.clearCookies();
  await page.goto('/customers');
  await page.waitForURL(/\/sign-in\?next=/);
  await typeSignIn(page, company);
  await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/customers');
});

it('says that what was half typed is not kept when the session ends, and goes on in the same sheet', async () => {
  const company = await registerCompany();
  await issueInvoice(company);
  const { context, page } = await newVisitor(browser);
  await signIn(page, company);
  await page.goto('/cash-flow?by=WEEK&sheet=scenario');
  const sheet = await openSheet(page);
  await sheet.getByLabel('What if').selectOption('once-in');
  await sheet.getByLabel('Amount').fill('1234');
  const other = await context.newPage();
  await other.goto('/');
  await signOut(other);
  await page.waitForURL(/\/sign-in\?next=/);
  await page.getByText(/What you had typed and not sent is not kept/).waitFor();
  await typeSignIn(page, company);
  await openSheet(page);
  expect(new URL(page.url()).search).toBe('?by=WEEK&sheet=scenario');
});

it('shows nothing of one person to the next who signs in on the same page', async () => {
  const [first, second] = [await registerCompany(), await registerCompany()];
  const { number } = await issueInvoice(first);
  const { page } = await newVisitor(browser);
  await signIn(page, first);
  const visit = (name: string) => page.getByRole('link', { name, exact: true }).first().click();
  await visit('Invoices');
  await page.getByText(number).first().waitFor();
  await visit('Customers');
  await page.getByText('Blue Bakery').first().waitFor();
  await signOut(page);
  // From here on the page says each time when something of the first person stands in it.
  await page.evaluate(
    (secrets) => {
      const seen: string[] = [];
      const look = () =>
        seen.push(...secrets.filter((secret) => document.body.textContent?.includes(secret)));
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
      Object.assign(window, { seenOfTheFirst: seen });
    },
    [number, 'Blue Bakery'],
  );
  await typeSignIn(page, second);
  await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
  await visit('Invoices');
  await page.getByText('No invoices yet').waitFor();
  await visit('Customers');
  await page.getByText('No customers yet').waitFor();
  expect(await page.evaluate(() => Object(window).seenOfTheFirst)).toEqual([]);
});

it('keeps a session over a reload without keeping a token where scripts could read it', async () => {
  const company = await registerCompany();
  const { context, page } = await newVisitor(browser);
  await signIn(page, company);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
  );
  expect(kept).not.toMatch(/eyJ|refresh/);
  const cookie = (await context.cookies()).find(({ name }) => name === 'finflow_refresh');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
});

it('misses nothing when the socket was lost', async () => {
  const company = await registerCompany();
  const invoice = await issueInvoice(company);
  const { page } = await newVisitor(browser);
  const sockets: WebSocketRoute[] = [];
  let isDown = false;
  await page.routeWebSocket(/\/graphql/, (socket) => {
    if (isDown) return void socket.close();
    sockets.push(socket);
    return void socket.connectToServer();
  });
  await signIn(page, company);
  await until(() => sockets.length > 0);
  const ofDashboard = sockets.length;
  await page.goto(`/invoices/${invoice.id}`);
  await page.getByText('Issued').first().waitFor();
  await until(() => sockets.length > ofDashboard);
  const beforeLoss = sockets.length;
  isDown = true;
  await Promise.all(sockets.map((socket) => socket.close()));
  await recordPayment(company, invoice.id, '10000');
  isDown = false;
  await page.getByText('Paid in full').waitFor({ timeout: 45_000 });
  expect(sockets.length).toBeGreaterThan(beforeLoss);
});

it('keeps what is shown while nothing can be asked, says so, and goes on by itself', async () => {
  const company = await registerCompany();
  const invoice = await issueInvoice(company);
  const { page } = await newVisitor(browser);
  await signIn(page, company);
  await page.goto('/invoices');
  const row = page.getByRole('row', { name: new RegExp(invoice.number) });
  await row.getByText('Open').first().waitFor();
  await page.route('**/graphql', (route) => route.abort());
  await recordPayment(company, invoice.id, '5000');
  await page.getByText(/may be out of date/).waitFor();
  await row.waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.unroute('**/graphql');
  await page.getByText(/may be out of date/).waitFor({ state: 'detached', timeout: 45_000 });
  await row.getByText('Partly paid').first().waitFor();
});
