import { until } from '@finflow/shared/testing/until';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { type Company, type IssuedInvoice, issueInvoice } from './api.ts';
import { newVisitor } from './browser.ts';

type Credentials = Pick<Company, 'email' | 'password'>;

/** Fills in the sign-in that is shown, and sends it. */
export async function typeSignIn(page: Page, { email, password }: Credentials): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs in as a person does. */
export async function signIn(page: Page, credentials: Credentials): Promise<void> {
  await page.goto('/sign-in');
  await typeSignIn(page, credentials);
  await page.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor();
}

/** Signs out by the menu. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
}

/**
 * Waits until the focus is on an element or inside it, and gives the element: from then on a key that is pressed reaches it. The focus
 * comes a moment after what it is on; a sheet has it last of all, when it closes by Escape and hides the page behind.
 */
export async function focused(what: Locator): Promise<Locator> {
  await until(() => what.evaluate((element) => element.contains(document.activeElement)));
  return what;
}

/** The sheet above the page, once it is open. */
export const openSheet = (page: Page): Promise<Locator> => focused(page.getByRole('dialog'));

/** Waits until the sheet is gone, with all that it still showed while it faded out. */
export const closedSheet = (page: Page): Promise<void> =>
  page.getByRole('dialog').waitFor({ state: 'detached' });

/** Opens the provider's card form on the pay page. */
export async function openCardForm(page: Page): Promise<FrameLocator> {
  await page.getByRole('button', { name: /^Pay / }).click();
  const form = page.frameLocator('iframe');
  await form.getByLabel('Card number').waitFor();
  return form;
}

/** Types a card and confirms, on the provider's own origin. */
export async function payByCard(form: FrameLocator, number: string): Promise<void> {
  await form.getByLabel('Card number').fill(number);
  await form.getByLabel('Expiry').fill('12 / 34');
  await form.getByLabel('Security code').fill('123');
  await form.getByRole('button', { name: /^Pay / }).click();
}

/** An invoice that its customer has paid by card, in a browser of the customer's own. */
export async function paidInvoice(browser: Browser, company: Company): Promise<IssuedInvoice> {
  const invoice = await issueInvoice(company);
  const { page } = await newVisitor(browser);
  await page.goto(new URL(invoice.paymentLink).pathname);
  await payByCard(await openCardForm(page), '4242424242424242');
  await page.getByRole('heading', { name: 'Receipt' }).waitFor();
  return invoice;
}
