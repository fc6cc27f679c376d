import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Company, issueInvoice, recordPayment, registerCompany } from './api.ts';
import { newVisitor, openBrowser, picture } from './browser.ts';
import { openHouseDatabase } from './house-database.ts';
import { spend, waitingCountIs } from './spend.ts';
import { signIn } from './steps.ts';
import { until } from '@finflow/shared/testing/until';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Nobody can be invited yet, so the owner becomes somebody who may only look, and auth tells of it as it does of any change. */
async function makeViewer({ email, ask }: Company): Promise<void> {
  const database = await openHouseDatabase('auth');
  const changed = database.query(
    `with changed as (
       update membership set role = 'VIEWER' where user_id = (select id from user_account where email = $1)
       returning organization_id, user_id, gen_random_uuid() as event_id)
     insert into outbox (id, organization_id, topic, key, event)
     select event_id, organization_id, 'member_changed', organization_id::text, jsonb_build_object(
       'specversion', '1.0', 'id', event_id, 'source', '/auth', 'type', 'finflow.member_changed.v1',
       'subject', user_id, 'time', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
       'datacontenttype', 'application/json', 'organizationid', organization_id,
       'traceparent', format('00-%s-%s-01', md5(event_id::text), left(md5(user_id::text), 16)),
       'data', jsonb_build_object('organizationId', organization_id, 'userId', user_id, 'role', 'VIEWER'))
     from changed`,
    [email],
  );
  const { rowCount } = await changed.finally(() => database.end());
  expect(rowCount).toBe(1);
  // The owner's own token is refused as soon as the gateway has heard of it.
  await until(() =>
    ask('{ accounts { id } }').then(
      () => null,
      () => true,
    ),
  );
}

/** What each page shows to a viewer, and what must be there before we look. */
const pagesOf = (invoiceId: string): readonly (readonly [string, string])[] => [
  ['/', 'Cash is'],
  ['/invoices', 'INV-00001'],
  [`/invoices/${invoiceId}`, 'Oak table'],
  [`/invoices/${invoiceId}?sheet=payment`, 'Your role does not record payments'],
  ['/invoices/new', 'Your role does not write invoices'],
  ['/payments', 'Blue Bakery'],
  ['/customers', 'Blue Bakery'],
  ['/customers?sheet=new', 'Your role does not add customers'],
  ['/ledger', 'Bank'],
  ['/ledger/entries', 'Zwirnhaus 1'],
  ['/ledger/entries/new', 'Your role does not post entries'],
  ['/ledger/trial-balance', 'Bank'],
  ['/receivables', '1 invoice'],
  ['/cash-flow', 'What is likely to come'],
  ['/categorize', 'Your role does not categorize'],
  ['/categorize?sheet=models', 'General model'],
  ['/credit', 'Credit'],
  ['/anomalies', 'Anomalies'],
  ['/import', 'Your role does not import'],
  ['/settings', 'Your role is Viewer.'],
];

/** The buttons and links by which something is changed. */
const changes =
  /^(New |Add|Edit|Issue|Delete|Record|Refund$|It was|Accept|Another category|Use this|Post|Choose|Import (it|the|another)|Remove|It was expected|Revoke)/;

const offered = (page: Page) =>
  page
    .locator('main, [role=dialog]')
    .locator('a, button')
    .evaluateAll((all) => all.map((one) => one.textContent?.trim() ?? ''));

it('shows to somebody who may only look all there is to see, and nothing to change', async () => {
  const company = await registerCompany();
  const invoice = await issueInvoice(company);
  await recordPayment(company, invoice.id, '5000');
  await company.ask('mutation { setCategoryThreshold(input: { threshold: 1 }) { __typename } }');
  const unknown = { description: 'Zwirnhaus 1', date: '2026-11-01', code: '6999' };
  await spend(company, { ...unknown, amountMinor: '4990' });
  await waitingCountIs(company, 1);
  await makeViewer(company);
  const { page } = await newVisitor(browser);
  const forbidden: string[] = [];
  page.on('response', async (response) => {
    if (!response.url().endsWith('/graphql')) return;
    const text = await response.text().catch(() => '');
    if (text.includes('FORBIDDEN')) forbidden.push(`${page.url()}: ${text}`);
  });
  await signIn(page, company);
  for (const [at, shown] of pagesOf(invoice.id)) {
    await page.goto(at);
    await page.getByText(shown).filter({ visible: true }).first().waitFor();
    expect([at, (await offered(page)).filter((name) => changes.test(name))]).toEqual([at, []]);
    await picture(page, `viewer${at.replaceAll(/\W+/g, '-')}`);
  }
  expect(forbidden).toEqual([]);
}, 240_000);
