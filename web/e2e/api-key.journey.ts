import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@finflow/shared/testing/eventually';
import type { Browser } from 'playwright-core';
import { ask, registerCompany } from './api.ts';
import { axeViolations, newVisitor, openBrowser, picture } from './browser.ts';
import { signIn } from './steps.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const customers = '{ customers { totalCount } }';

it('gives a program a key, sees it used, and takes it back', async () => {
  const company = await registerCompany();
  const { page } = await newVisitor(browser);
  await signIn(page, company);
  await page.goto('/settings');
  await page.getByText('No keys yet').waitFor();
  await page.getByRole('link', { name: 'New key' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Online shop');
  await page.getByLabel('See customers').check();
  expect(await axeViolations(page)).toEqual([]);
  await picture(page, 'api-key-new');
  await page.getByRole('button', { name: 'Make key' }).click();
  const secret = await page.getByLabel('The new API key').inputValue();
  await picture(page, 'api-key-secret');
  await page.getByRole('button', { name: 'I have copied it' }).click();

  const authorization = `Bearer ${secret}`;
  expect(await ask(customers, {}, authorization)).toEqual({ customers: { totalCount: 0 } });
  await expect(ask('{ me { role } }', {}, authorization)).rejects.toThrow('VALIDATION_FAILED');

  await page.reload();
  const row = page.getByRole('row', { name: /Online shop/ });
  await row.waitFor();
  expect(await row.textContent()).not.toContain(secret);
  expect(await axeViolations(page)).toEqual([]);
  await picture(page, 'api-keys');
  await page.getByRole('button', { name: 'Revoke Online shop' }).click();
  await page.getByRole('button', { name: 'Revoke key' }).click();
  await page.getByText('Revoked', { exact: true }).waitFor();
  // The gateway hears of it a moment later.
  await eventually(() =>
    expect(ask(customers, {}, authorization)).rejects.toThrow('UNAUTHENTICATED'),
  );
});
