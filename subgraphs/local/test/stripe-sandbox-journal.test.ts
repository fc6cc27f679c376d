import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@finflow/shared/clock';
import { arrange } from './stripe-sandbox/arrange.ts';

let folder: string;
let dataFile: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stripe-sandbox-'));
  dataFile = join(folder, 'journal.ndjson');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const debit = {
  amount: 2000,
  currency: 'usd',
  confirm: true,
  payment_method: 'pm_usBankAccount_success',
};

describe('a restart', () => {
  it('keeps keys, objects, idempotent answers and what was still to happen', async () => {
    const before = await arrange({ dataFile });
    const options = { idempotencyKey: 'before-the-restart' };
    const intent = await before.stripe.paymentIntents.create(debit, options);
    await before.close();

    const after = await arrange({ dataFile });
    expect(after.sandbox.secretKey).toBe(before.sandbox.secretKey);
    const same = await after.stripe.paymentIntents.create(debit, options);
    expect(same).toMatchObject({ id: intent.id, status: 'processing' });
    after.sandbox.control.advance(3_600_000);
    expect(await after.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
      status: 'succeeded',
    });
    await after.close();
  });

  it('delivers what could not be delivered, to the new address', async () => {
    const before = await arrange({ dataFile, knobs: { webhookRetryMs: 60_000 } });
    before.receiver.refuse(1000);
    await before.stripe.customers.create({ name: 'Ada' });
    await before.close();

    const after = await arrange({ dataFile, knobs: { webhookRetryMs: 1 } });
    expect(await after.eventTypes()).toEqual(['customer.created']);
    await after.close();
  });

  it('survives a last line that was cut off by a crash', async () => {
    const before = await arrange({ dataFile });
    const { id } = await before.stripe.customers.create({ name: 'Ada' });
    await before.close();
    appendFileSync(dataFile, '[["customers","cus_half",{"id":"cus_ha');

    const after = await arrange({ dataFile });
    expect((await after.stripe.customers.list()).data.map((customer) => customer.id)).toEqual([id]);
    await after.close();
  });
});

it('forgets answers after a day and events after thirty', async () => {
  const clock = fixedClock('2026-01-01T10:00:00Z');
  const receivedLater = { dataFile, clock, webhooks: [] };
  const options = { idempotencyKey: 'same-key' };
  const before = await arrange(receivedLater);
  const first = await before.stripe.customers.create({ name: 'Ada' }, options);
  await before.close();

  clock.set('2026-02-01T10:00:00Z');
  const after = await arrange(receivedLater);
  expect((await after.stripe.events.list()).data).toEqual([]);
  const second = await after.stripe.customers.create({ name: 'Ada' }, options);
  expect(second.id).not.toBe(first.id);
  await after.close();
});

it('never writes a card number', async () => {
  const before = await arrange({ dataFile });
  const { stripe } = before;
  const card = { number: '4242424242424242', exp_month: 12, exp_year: 2040, cvc: '987' };
  const method = await stripe.paymentMethods.create(
    { type: 'card', card },
    { idempotencyKey: 'with-a-number' },
  );
  await stripe.paymentIntents.create({
    amount: 500,
    currency: 'usd',
    confirm: true,
    payment_method: method.id,
  });
  await before.close();
  const journal = readFileSync(dataFile, 'utf8');
  expect(journal).toContain('"last4":"4242"');
  expect(journal).not.toContain('4242424242424242');
  expect(journal).not.toContain('987"');
});
