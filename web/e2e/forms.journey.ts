import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { until } from '@finflow/shared/testing/until';
import type { Browser, Page } from 'playwright-core';
import { type Company, issueInvoice, registerCompany } from './api.ts';
import { axeViolations, newVisitor, openBrowser } from './browser.ts';
import { openSheet, signIn } from './steps.ts';

let browser: Browser;
let company: Company;
beforeAll(async () => {
  browser = await openBrowser();
  company = await registerCompany();
});
afterAll(() => browser.close());

type Form = {
  readonly at: string;
  /** The button that sends it. */
  readonly send: string | RegExp;
  /** Types what the form does not take; without it the empty form is wrong enough. */
  readonly spoil?: (page: Page) => Promise<unknown>;
  /** What is said at the first wrong field. */
  readonly says: RegExp;
};

const forOut: readonly Form[] = [
  { at: '/sign-in', send: 'Sign in', says: /Enter your email address/ },
  { at: '/register', send: 'Create the company', says: /Enter your name/ },
];

const forOwner = (invoiceId: string): readonly Form[] => [
  { at: '/customers?sheet=new', send: 'Add customer', says: /Enter the customer’s name/ },
  { at: '/invoices/new', send: /^Issue/, says: /Choose a customer/ },
  { at: '/invoices/new?sheet=customer', send: 'Add customer', says: /Enter the customer’s name/ },
  { at: '/ledger/entries/new', send: 'Post entry', says: /Say what it is for/ },
  {
    at: `/invoices/${invoiceId}?sheet=payment`,
    send: 'Record payment',
    spoil: (page) => page.getByRole('dialog').getByLabel('Amount').fill('0'),
    says: /Enter an amount above zero/,
  },
  { at: '/settings?sheet=new-key', send: 'Make key', says: /Enter a name/ },
  {
    at: '/settings?sheet=new-key',
    send: 'Make key',
    spoil: (page) => page.getByRole('dialog').getByLabel('Name').fill('Shop'),
    says: /Choose what the key may do/,
  },
  {
    at: '/cash-flow?sheet=scenario',
    send: 'Add to scenario',
    spoil: (page) => page.getByRole('combobox', { name: 'What if' }).selectOption('once-in'),
    says: /Enter an amount above zero/,
  },
  {
    at: '/settings',
    send: 'Save',
    spoil: (page) => page.getByLabel('Your name').fill(''),
    says: /Enter a name/,
  },
];

type Stop = { readonly index: number; readonly name: string; readonly isSeen: boolean };

/** Goes through the form by the Tab key, and tells of each field at which place it stands in the page and whether the focus is seen. */
async function walk(page: Page): Promise<{ stops: Stop[]; fields: number }> {
  const fields = await page.evaluate(() => {
    const scope = document.querySelector('[role=dialog]') ?? document.querySelector('main');
    const all = [...(scope?.querySelectorAll<HTMLElement>('input, select, textarea') ?? [])].filter(
      (field) => field.checkVisibility() && !field.matches(':disabled, [tabindex="-1"]'),
    );
    for (const [index, field] of all.entries()) field.dataset['walked'] = String(index);
    all[0]?.focus();
    return all.length;
  });
  const stops: Stop[] = [];
  for (let presses = 0; presses < 60 && stops.at(-1)?.index !== fields - 1; presses += 1) {
    const stop = await page.evaluate(() => {
      const field = document.activeElement;
      if (!(field instanceof HTMLElement) || field.dataset['walked'] === undefined) return null;
      const { outlineStyle, boxShadow } = getComputedStyle(field);
      const labels = 'labels' in field && field.labels instanceof NodeList ? [...field.labels] : [];
      const name = [field.ariaLabel, ...labels.map((label) => label.textContent)].join('').trim();
      const isSeen = outlineStyle !== 'none' || boxShadow !== 'none';
      return { index: Number(field.dataset['walked']), name, isSeen };
    });
    if (stop && stop.index !== stops.at(-1)?.index) stops.push(stop);
    await page.keyboard.press('Tab');
  }
  return { stops, fields };
}

/** What the focus is on after a form was refused: whether it is the first wrong field, and what is said of it. */
const atFocus = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement;
    const ids = `${field?.getAttribute('aria-describedby') ?? ''} ${field?.getAttribute('aria-errormessage') ?? ''}`;
    const said = ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '');
    const scope = document.querySelector('[role=dialog]') ?? document;
    return { isFirst: field === scope.querySelector('[aria-invalid=true]'), said: said.join(' ') };
  });

/** Gives the form's address when everything held. */
async function check(page: Page, form: Form): Promise<string> {
  await page.goto(form.at);
  const button = page.getByRole('button', { name: form.send }).filter({ visible: true }).first();
  await button.waitFor();
  if (form.at.includes('sheet=')) await openSheet(page); // It takes the focus a moment after it is drawn.
  const { stops, fields } = await walk(page);
  expect([form.at, stops.map(({ index }) => index)]).toEqual([
    form.at,
    Array.from({ length: fields }, (_, index) => index),
  ]);
  expect([form.at, stops.filter(({ name, isSeen }) => name === '' || !isSeen)]).toEqual([
    form.at,
    [],
  ]);
  expect([form.at, await axeViolations(page)]).toEqual([form.at, []]);
  await form.spoil?.(page);
  await button.press('Enter');
  await page.getByText(form.says).first().waitFor();
  const focused = await until(async () => {
    const { isFirst, said } = await atFocus(page); // The description comes a moment after the text.
    return isFirst && form.says.test(said) && form.at;
  });
  expect([form.at, await axeViolations(page)]).toEqual([form.at, []]);
  return focused;
}

it.each([
  { look: 'light', width: 1280, dark: false },
  { look: 'dark and narrow', width: 390, dark: true },
])(
  'walks by keyboard through every form, and to what is wrong in it: $look',
  async (visitor) => {
    const { id } = await issueInvoice(company);
    const { page } = await newVisitor(browser, visitor);
    for (const form of forOut) expect(await check(page, form)).toBe(form.at);
    await signIn(page, company);
    for (const form of forOwner(id)) expect(await check(page, form)).toBe(form.at);
  },
  300_000,
);
