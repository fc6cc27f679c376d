import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { until } from '@finflow/shared/testing/until';
import { issueInvoice, recordPayment, registerCompany } from './api.ts';
import { newVisitor, openBrowser } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** What runs in the page: no library, the browser's own EventSource. */
async function listen({ authorization, query }: { authorization: string; query: string }) {
  const response = await fetch('/graphql/stream-ticket', {
    method: 'POST',
    headers: { authorization },
  });
  const { ticket }: { ticket: string } = await response.json();
  const events = new EventSource(`/graphql?${new URLSearchParams({ query, ticket })}`);
  const heard: string[] = [];
  events.addEventListener('next', ({ data, lastEventId }) => heard.push(`${lastEventId} ${data}`));
  await new Promise((resolve) => {
    events.onopen = resolve;
  });
  return heard;
}

it('tells a page with a plain EventSource what happens', async () => {
  const company = await registerCompany();
  const invoice = await issueInvoice(company);
  const { page } = await newVisitor(browser);
  await page.goto('/sign-in');
  const heard = await page.evaluateHandle(listen, {
    authorization: company.authorization,
    query: 'subscription { invoiceChanged { id status } }',
  });
  await recordPayment(company, invoice.id, '10000');
  const line = await until(
    async () => (await heard.jsonValue()).find((text) => text.includes('"PAID"')) ?? null,
  );
  expect(line).toContain(invoice.id);
  expect(line).toMatch(/^\S+ \{/); // The id after which it would go on.
});
