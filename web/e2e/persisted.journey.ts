import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { until } from '@finflow/shared/testing/until';
import type { Browser, Page } from 'playwright-core';
import { issueInvoice, registerCompany } from './api.ts';
import { newVisitor, openBrowser } from './browser.ts';
import { signIn } from './steps.ts';

type Sent = {
  readonly operationName: string;
  readonly query?: string;
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash: string } };
};

const manifest = JSON.parse(
  readFileSync(`${import.meta.dirname}/../../gateway/persisted-operations.json`, 'utf8'),
) as { readonly operations: readonly { readonly id: string; readonly body: string }[] };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** What the page sends from now on, by HTTP and by its socket. */
function sentBy(page: Page) {
  const requests: Sent[] = [];
  const subscriptions: Sent[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().endsWith('/graphql')) return;
    requests.push(JSON.parse(request.postData() ?? '{}') as Sent);
  });
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => {
      const message = JSON.parse(payload.toString()) as { type: string; payload: Sent };
      if (message.type === 'subscribe') subscriptions.push(message.payload);
    });
  });
  return { requests, subscriptions };
}

/** The renewal of a session goes past the app's client, as text. */
const isRenewal = ({ operationName }: Sent) => operationName === 'RefreshSession';

it('sends nothing from the built app that a gateway could not take from a list', async () => {
  const company = await registerCompany();
  const invoice = await issueInvoice(company);
  const { page } = await newVisitor(browser);
  const { requests, subscriptions } = sentBy(page);
  await signIn(page, company);
  const pages = ['/invoices', `/invoices/${invoice.id}`, '/customers', '/payments', '/settings'];
  for (const path of pages) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
  }
  await until(() => subscriptions.length > 0); // They begin once the queries were answered.
  const ids = new Set(manifest.operations.map(({ id }) => id));
  const texts = new Set(manifest.operations.map(({ body }) => body));
  const byId = requests.filter((sent) => !isRenewal(sent));
  expect(byId.length).toBeGreaterThan(pages.length);
  expect(byId.filter(({ query }) => query !== undefined)).toEqual([]);
  expect(
    byId.filter(({ extensions }) => !ids.has(extensions?.persistedQuery?.sha256Hash ?? '')),
  ).toEqual([]);
  const byText = [...subscriptions, ...requests.filter(isRenewal)];
  expect(byText.filter(({ query }) => !texts.has(query ?? ''))).toEqual([]);
});
