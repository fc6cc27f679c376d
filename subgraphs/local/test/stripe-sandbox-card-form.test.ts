import { createServer, type Server } from 'node:http';
import AxeBuilder from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type FrameLocator, type Page, chromium as launcher } from 'playwright-core';
import { type Arranged, arrange } from './stripe-sandbox/arrange.ts';

/*
 * The form in a real browser, inside a page of another origin, as the pay page embeds it.
 */
let arranged: Arranged;
let browser: Browser;
let shop: Server;
let shopOrigin: string;

beforeAll(async () => {
  arranged = await arrange();
  const executablePath = await chromium.executablePath();
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
  browser = await launcher.launch({ executablePath, args });
  shop = createServer((request, response) => {
    const form = new URL(request.url ?? '/', 'http://shop').searchParams.get('form') ?? '';
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(shopPage(form));
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  const address = shop.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  shopOrigin = `http://127.0.0.1:${address.port}`;
}, 60_000);

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => shop.close(resolve));
  await arranged.close();
});

const shopPage = (form: string) => `<!doctype html><html lang="en" style="color-scheme:${
  form.includes('theme=dark') ? 'dark' : 'light'
}"><title>Shop</title>
<main><h1>Pay</h1><iframe title="Payment form" style="width:100%;height:700px;border:0"
src="${form.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe></main>
<script>window.told = []; addEventListener('message', (event) => told.push({ origin: event.origin, ...event.data }));</script></html>`;

const newIntent = (currency = 'eur') =>
  arranged.stripe.paymentIntents.create({ amount: 123_450, currency });

function formUrl(clientSecret: string | null, theme = 'light'): string {
  const query = new URLSearchParams({
    client_secret: clientSecret ?? '',
    publishable_key: arranged.sandbox.publishableKey,
    parent_origin: shopOrigin,
    theme,
  });
  return `${arranged.sandbox.origin}/elements/card?${query.toString()}`;
}

interface Opened {
  readonly page: Page;
  readonly form: FrameLocator;
  /** What the shop's page was told, heights left out. */
  told(): Promise<readonly Record<string, string>[]>;
}

async function open(clientSecret: string | null, theme = 'light', width = 480): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  await page.goto(`${shopOrigin}/?form=${encodeURIComponent(formUrl(clientSecret, theme))}`);
  return {
    page,
    form: page.frameLocator('iframe'),
    told: async () => {
      const all: unknown = await page.evaluate('told');
      if (!Array.isArray(all)) throw new Error('no messages');
      return all.filter((message) => message.type !== 'height');
    },
  };
}

async function typeCard({ form }: Opened, number: string): Promise<void> {
  await form.getByLabel('Card number').fill('');
  await form.getByLabel('Card number').pressSequentially(number);
  await form.getByLabel('Expiry').fill('');
  await form.getByLabel('Expiry').pressSequentially('1240');
  await form.getByLabel('Security code').fill('123');
}

const pressPay = ({ form }: Opened) => form.getByRole('button', { name: 'Pay €1,234.50' }).click();

const statusOf = async (id: string) => (await arranged.stripe.paymentIntents.retrieve(id)).status;

describe('the card form', () => {
  it('takes a card by keyboard alone and tells the shop, from its own origin', async () => {
    const intent = await newIntent();
    const opened = await open(intent.client_secret);
    const { page, form } = opened;
    await form.getByLabel('Card number').focus();
    await page.keyboard.type('4242424242424242');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1240');
    await page.keyboard.press('Tab');
    await page.keyboard.type('123');
    expect(await form.getByLabel('Card number').inputValue()).toBe('4242 4242 4242 4242');
    expect(await form.getByLabel('Expiry').inputValue()).toBe('12 / 40');
    await page.keyboard.press('Enter');
    await form.getByRole('heading', { name: 'Payment received' }).waitFor();
    const told = await opened.told();
    expect(told.map(({ type }) => type)).toEqual(['ready', 'submitting', 'succeeded']);
    expect(new Set(told.map(({ origin }) => origin))).toEqual(new Set([arranged.sandbox.origin]));
    expect(JSON.stringify(told)).not.toContain('4242');
    expect(await statusOf(intent.id)).toBe('succeeded');
    await page.context().close();
  }, 30_000);

  it("shows a decline in the bank's words and takes another card", async () => {
    const intent = await newIntent();
    const opened = await open(intent.client_secret);
    await typeCard(opened, '4000000000009995');
    await pressPay(opened);
    const alert = opened.form.getByRole('alert');
    await alert.filter({ hasText: 'Your card has insufficient funds.' }).waitFor();
    expect(await opened.told()).toContainEqual(
      expect.objectContaining({ type: 'failed', message: 'Your card has insufficient funds.' }),
    );
    await typeCard(opened, '4242424242424242');
    await pressPay(opened);
    await opened.form.getByRole('heading', { name: 'Payment received' }).waitFor();
    await opened.page.context().close();
  }, 30_000);

  it('puts a wrong security code at its field', async () => {
    const opened = await open((await newIntent()).client_secret);
    await typeCard(opened, '4000000000000127');
    await pressPay(opened);
    await opened.form.getByText("Your card's security code is incorrect.").waitFor();
    const field = opened.form.getByLabel('Security code');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.evaluate((input) => input.matches(':focus'))).toBe(true);
    await opened.page.context().close();
  }, 30_000);

  it('sends nothing while a field is wrong, and leads there', async () => {
    const intent = await newIntent();
    const opened = await open(intent.client_secret);
    await typeCard(opened, '4242424242424241');
    await pressPay(opened);
    await opened.form.getByText('Your card number is invalid.').waitFor();
    expect((await opened.told()).map(({ type }) => type)).toEqual(['ready']);
    expect(await statusOf(intent.id)).toBe('requires_payment_method');
    await opened.page.context().close();
  }, 30_000);

  it("asks for the card's holder: fail, try again, complete", async () => {
    const intent = await newIntent();
    const opened = await open(intent.client_secret);
    await typeCard(opened, '4000002500003155');
    await pressPay(opened);
    await opened.form.getByRole('button', { name: 'Fail' }).click();
    await opened.form.getByText('We are unable to authenticate your payment method.').waitFor();
    await pressPay(opened);
    await opened.form.getByRole('button', { name: 'Complete' }).click();
    await opened.form.getByRole('heading', { name: 'Payment received' }).waitFor();
    expect((await opened.told()).map(({ type }) => type)).toEqual([
      'ready',
      'submitting',
      'requires_action',
      'submitting',
      'failed',
      'submitting',
      'requires_action',
      'submitting',
      'succeeded',
    ]);
    expect(await statusOf(intent.id)).toBe('succeeded');
    await opened.page.context().close();
  }, 30_000);

  it('takes a bank debit, which is on its way for days', async () => {
    const intent = await newIntent();
    const opened = await open(intent.client_secret);
    await opened.form.getByText('Bank debit').click();
    await opened.form.getByLabel('Account holder').fill('Ada Miller');
    await opened.form.getByLabel('IBAN').fill('DE89370400440532013000');
    await pressPay(opened);
    await opened.form.getByRole('heading', { name: 'Payment on its way' }).waitFor();
    expect((await opened.told()).at(-1)).toMatchObject({ type: 'processing' });
    expect(await statusOf(intent.id)).toBe('processing');
    await opened.page.context().close();
  }, 30_000);

  it('says so when the payment is already made', async () => {
    const { id, client_secret: secret } = await newIntent();
    await arranged.stripe.paymentIntents.confirm(id, { payment_method: 'pm_card_visa' });
    const opened = await open(secret);
    await opened.form.getByRole('heading', { name: 'Payment received' }).waitFor();
    expect((await opened.told()).map(({ type }) => type)).toEqual(['succeeded', 'ready']);
    await opened.page.context().close();
  }, 30_000);

  it.each([
    ['light', 320],
    ['dark', 600],
  ])(
    'has no accessibility violations and no sideways scroll, %s at %s px',
    async (theme, width) => {
      const opened = await open((await newIntent()).client_secret, theme, width);
      await pressPay(opened);
      await opened.form.getByText('Your card number is incomplete.').waitFor();
      const { violations } = await new AxeBuilder({ page: opened.page })
        .include('iframe')
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      const root = opened.form.locator('html');
      expect(await root.evaluate((page) => page.scrollWidth - page.clientWidth)).toBe(0);
      await opened.page.context().close();
    },
    30_000,
  );
});

describe('the form guards itself', () => {
  it('by a policy: own files only, framed by the named page only', async () => {
    const response = await fetch(formUrl((await newIntent()).client_secret));
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain(`frame-ancestors ${shopOrigin}`);
    expect(policy).not.toContain('unsafe');
  });

  it('by refusing a parent that is no origin', async () => {
    const { client_secret: secret } = await newIntent();
    for (const parent of [
      '*',
      'https://a.example; script-src *',
      'javascript:alert(1)',
      '',
      'https://a.example/b',
    ]) {
      const url = new URL(formUrl(secret));
      url.searchParams.set('parent_origin', parent);
      expect((await fetch(url)).status).toBe(400);
    }
  });

  it('by showing nothing for a wrong secret or key', async () => {
    expect((await fetch(formUrl('pi_none_secret_none'))).status).toBe(404);
    const url = new URL(formUrl((await newIntent()).client_secret));
    url.searchParams.set('publishable_key', 'pk_test_other');
    expect((await fetch(url)).status).toBe(404);
  });

  it('by serving its own files and no others', async () => {
    const { origin } = arranged.sandbox;
    expect((await fetch(`${origin}/elements/card-form.mjs`)).status).toBe(200);
    expect((await fetch(`${origin}/elements/..%2Fcard-page.ts`)).status).toBe(404);
  });
});

it('leads a caller with a return_url to the page of the bank and back', async () => {
  const intent = await arranged.stripe.paymentIntents.create({
    amount: 500,
    currency: 'usd',
    confirm: true,
    payment_method: 'pm_card_authenticationRequired',
    return_url: `${shopOrigin}/thanks`,
  });
  const page = await browser.newPage();
  await page.goto(intent.next_action?.redirect_to_url?.url ?? '');
  await page.getByRole('button', { name: 'Complete' }).click();
  await page.waitForURL(/\/thanks\?.*redirect_status=succeeded/);
  expect(await statusOf(intent.id)).toBe('succeeded');
  await page.close();
}, 30_000);
