import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { tenantWallProblems } from '@finflow/shared/testing/tenant-walls';
import { withClient } from '@finflow/shared/database/provision';
import { openDatabase } from '../src/database.ts';
import { processWebhooks } from '../src/webhook/process-webhooks.ts';
import { issueInvoice, startPayment, type IssuedInvoice } from './support/builders.ts';
import { openTestRoom, type TestRoom } from './support/test-room.ts';

let test: TestRoom;
let invoice: IssuedInvoice;
let paymentId: string;
beforeAll(async () => {
  test = await openTestRoom();
});
afterAll(() => test.close());
beforeEach(async () => {
  invoice = await issueInvoice(test);
  paymentId = (await startPayment(test, invoice)).payment.id;
  const intentId = test.provider.intentOf(paymentId);
  test.provider.succeed(intentId);
  await test.post(test.provider.notice('payment_intent.succeeded', intentId, `evt_${newId()}`));
  await processWebhooks(test.room);
});

/** Raw SQL as the application's own role, inside the organization. */
const attack = (text: string, values: readonly unknown[] = [], inside = invoice.organizationId) =>
  withClient(test.appUrl, async (client) => {
    await client.query(`select set_config('app.organization_id', $1, false)`, [inside]);
    return client.query(text, [...values]);
  });

describe('the database refuses', () => {
  it.each([
    ['another amount', 'update payment set amount_minor = 1 where id = $1', /never changes/],
    ['another invoice', 'update payment set invoice_id = id where id = $1', /never changes/],
    [
      'a captured payment that goes back',
      `update payment set status = 'PENDING' where id = $1`,
      /never goes back/,
    ],
    [
      'a negative fee',
      'update payment set fee_minor = -1 where id = $1',
      /payment_fee_is_not_negative/,
    ],
    [
      'more refunded than paid',
      'update payment set refunded_minor = 1001 where id = $1',
      /payment_refunded_within_amount/,
    ],
    [
      'a state that does not exist',
      `update payment set status = 'GONE' where id = $1`,
      /payment_status_is_known|never goes back/,
    ],
    [
      'digits in the clear',
      `update payment set last_four_sealed = '4242' where id = $1`,
      /last_four_is_sealed/,
    ],
    [
      'another intent',
      `update payment set provider_intent_id = 'pi_x' where id = $1`,
      /keeps its intent/,
    ],
    ['deleting a payment', 'delete from payment where id = $1', /permission denied/],
    [
      'a change of history',
      `update payment_activity set cause = 'x' where payment_id = $1`,
      /permission denied/,
    ],
    ['deleting history', 'delete from payment_activity where payment_id = $1', /permission denied/],
    ['deleting a refund', 'delete from refund where payment_id = $1', /permission denied/],
  ])('%s', async (_name, text, message) => {
    await expect(attack(text, [paymentId])).rejects.toThrow(message);
  });

  it('a change of history by the owner too', async () => {
    const change = test.sql('update payment_activity set at = now() where payment_id = $1', [
      paymentId,
    ]);
    await expect(change).rejects.toThrow(/only ever added to/);
    const removal = test.sql('delete from payment_activity where payment_id = $1', [paymentId]);
    await expect(removal).rejects.toThrow(/only ever added to/);
    await expect(test.sql('truncate payment_activity')).rejects.toThrow(/never emptied/);
  });

  it.each([
    ['a payment of nothing', 0, 'PENDING', /payment_amount_is_positive/],
    ['a payment of less than nothing', -100, 'PENDING', /payment_amount_is_positive/],
    ['a payment born complete', 100, 'COMPLETED', /begins PENDING/],
  ])('%s', async (_name, amount, status, message) => {
    await expect(insertPayment(newId(), amount, status)).rejects.toThrow(message);
  });

  it('a second open attempt at one invoice', async () => {
    const invoiceId = newId();
    await insertPayment(invoiceId, 100, 'PENDING');
    await expect(insertPayment(invoiceId, 100, 'PENDING')).rejects.toThrow(/one_open_attempt/);
  });

  it('refunds of more than was paid, or of nothing', async () => {
    await insertRefund(700);
    await expect(insertRefund(301)).rejects.toThrow(/more would be refunded/);
    await expect(insertRefund(0)).rejects.toThrow(/refund_amount_is_positive/);
    await expect(insertRefund(-300)).rejects.toThrow(/refund_amount_is_positive/);
    await insertRefund(300);
  });

  it('a refund of a payment of another organization', async () => {
    const stranger = newId();
    const insert = attack(
      `insert into refund (id, organization_id, payment_id, amount_minor, status, created_at)
       values ($1, $2, $3, 1, 'PENDING', now())`,
      [newId(), stranger, paymentId],
      stranger,
    );
    await expect(insert).rejects.toThrow(/only money that came in/);
  });

  it('making a company a sample, which could then be deleted', async () => {
    const change = attack('update organization set is_demo = true');
    await expect(change).rejects.toThrow(/permission denied/);
  });

  it('the application a look at notices that may be anybody’s', async () => {
    await expect(attack('select * from webhook_inbox')).rejects.toThrow(/permission denied/);
  });
});

describe('the wall between organizations', () => {
  it('stands around every table of the catalogue', async () => {
    const open = {
      webhook_inbox: 'whose it is nobody knows at receipt; closed to the application',
    };
    expect(await tenantWallProblems(test.ownerUrl, open)).toEqual([]);
  });

  it.each([
    'payment',
    'payment_activity',
    'refund',
    'payable_invoice',
    'start_request',
    'organization',
  ])('hides %s from strangers and from nobody in particular', async (table) => {
    for (const inside of [newId(), '']) {
      expect((await attack(`select * from ${table}`, [], inside)).rows).toEqual([]);
    }
  });

  it('lets nobody write into another organization', async () => {
    const steal = attack('update payment set organization_id = $1 where id = $2', [
      newId(),
      paymentId,
    ]);
    await expect(steal).rejects.toThrow(/never changes|row-level security/);
    const plant = insertPayment(newId(), 100, 'PENDING', newId());
    await expect(plant).rejects.toThrow(/row-level security/);
    const touch = await attack('update payment set checks = 9 where id = $1', [paymentId], newId());
    expect(touch.rowCount).toBe(0);
  });
});

it('has entities and migrations that agree', async () => {
  const orm = await openDatabase(test.ownerUrl);
  try {
    expect(await orm.migrator.checkSchema()).toBe(false);
  } finally {
    await orm.close(true);
  }
});

const insertPayment = (
  invoiceId: string,
  amount: number,
  status: string,
  organizationId = invoice.organizationId,
) =>
  attack(
    `insert into payment (id, organization_id, invoice_id, status, currency, amount_minor, provider,
       created_at, completed_at) values ($1, $2, $3, $4, 'EUR', $5, 'STRIPE', now(), now())`,
    [newId(), organizationId, invoiceId, status, amount],
  );

const insertRefund = (amount: number) =>
  attack(
    `insert into refund (id, organization_id, payment_id, amount_minor, status, created_at)
     values ($1, $2, $3, $4, 'PENDING', now())`,
    [newId(), invoice.organizationId, paymentId, amount],
  );
