import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { reconcile } from '../src/janitor/reconcile.ts';
import { nextCheckInMs } from '../src/payment/next-check.ts';
import { fieldCipher } from '../src/security/field-cipher.ts';
import { resealFields } from '../src/security/reseal-fields.ts';
import { processWebhooks } from '../src/webhook/process-webhooks.ts';
import { issueInvoice, startPayment } from './support/builders.ts';
import { openTestRoom, type TestRoom } from './support/test-room.ts';

let test: TestRoom;
beforeAll(async () => {
  test = await openTestRoom();
});
afterAll(() => test.close());

const pass = (ms: number) => test.clock.set(new Date(test.clock.now().getTime() + ms));

const statusOf = async (id: string) =>
  (await test.sql<{ status: string }>('select status from payment where id = $1', [id]))[0]?.status;

async function begin() {
  const { payment } = await startPayment(test, await issueInvoice(test));
  const paymentId: string = payment.id;
  return { paymentId, intentId: test.provider.intentOf(paymentId) };
}

describe('the janitor', () => {
  it('asks only when the time for a webhook has passed', async () => {
    const { paymentId, intentId } = await begin();
    test.provider.succeed(intentId);
    await reconcile(test.room);
    expect(await statusOf(paymentId)).toBe('PENDING');
    pass(40_000);
    await reconcile(test.room);
    expect(await statusOf(paymentId)).toBe('COMPLETED');
  });

  it('asks again later when the provider is silent', async () => {
    const { paymentId, intentId } = await begin();
    test.provider.succeed(intentId);
    test.provider.down(true);
    pass(40_000);
    await reconcile(test.room);
    test.provider.down(false);
    pass(120_000);
    await reconcile(test.room);
    expect(await statusOf(paymentId)).toBe('COMPLETED');
  });

  it('calls off an attempt that nobody came back to in a week', async () => {
    const { paymentId } = await begin();
    pass(8 * 24 * 3_600_000);
    await reconcile(test.room);
    pass(7 * 3_600_000);
    await reconcile(test.room);
    expect(await statusOf(paymentId)).toBe('CANCELLED');
  });

  it('waits longer each time, at most six hours, and longer for a bank than for a card', () => {
    const wait = (
      checks: number,
      methodKind: 'CARD' | 'BANK_DEBIT',
      status = 'PROCESSING' as const,
    ) => nextCheckInMs({ status, methodKind, checks }, 0.5) ?? 0;
    expect(wait(0, 'CARD')).toBe(10_000);
    expect(wait(3, 'CARD')).toBe(80_000);
    expect(wait(0, 'BANK_DEBIT')).toBe(3_600_000);
    expect(wait(50, 'CARD')).toBe(6 * 3_600_000);
    expect(nextCheckInMs({ status: 'COMPLETED', checks: 0 }, 0.5)).toBeNull();
    expect(nextCheckInMs({ status: 'PENDING', checks: 0 }, 0)).toBe(24_000);
    expect(nextCheckInMs({ status: 'PENDING', checks: 0 }, 1)).toBe(36_000);
  });
});

describe('a new field key', () => {
  it('takes over from the old one row by row, and the digits stay readable', async () => {
    const { paymentId, intentId } = await begin();
    test.provider.succeed(intentId);
    await test.post(test.provider.notice('payment_intent.succeeded', intentId, `evt_${newId()}`));
    await processWebhooks(test.room);
    const [newer, older] = [Buffer.alloc(32, 1), test.fieldKey];
    const rotated = fieldCipher([{ id: 'newer', key: newer }, older]);
    expect(await resealFields({ ...test.room, cipher: rotated })).toBeGreaterThanOrEqual(2);
    expect(await resealFields({ ...test.room, cipher: rotated })).toBe(0);
    const [row] = await test.sql<{ last_four_sealed: string }>(
      'select last_four_sealed from payment where id = $1',
      [paymentId],
    );
    const alone = fieldCipher([{ id: 'newer', key: newer }]);
    expect(alone.decrypt(row?.last_four_sealed ?? '', `payment.last4:${paymentId}`)).toBe('4242');
  });
});
