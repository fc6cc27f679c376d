import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@finflow/shared/clock';
import { NotYet } from '@finflow/shared/bus/not-yet';
import { newEvent, type FinflowEvent } from '@finflow/shared/events/envelope';
import { newId } from '@finflow/shared/ids';
import { reconcile } from '../src/janitor/reconcile.ts';
import {
  invoiceCreated,
  invoicePaid,
  issueInvoice,
  organizationCreated,
  startPayment,
  type Settlement,
} from './support/builders.ts';
import { openTestRoom, type TestRoom } from './support/test-room.ts';

let test: TestRoom;
beforeAll(async () => {
  test = await openTestRoom();
});
afterAll(() => test.close());

type Ids = { readonly organizationId: string; readonly invoiceId: string };
type Balance = { readonly dueMinor: string; readonly at: string; readonly settlement?: Settlement };

const updated = ({ organizationId, invoiceId }: Ids, { dueMinor, at, settlement }: Balance) =>
  newEvent(
    'invoice_updated',
    {
      source: '/accounting',
      subject: invoiceId,
      organizationId,
      data: {
        invoiceId,
        status: dueMinor === '0' ? 'PAID' : 'PARTIALLY_PAID',
        currency: 'EUR',
        totalMinor: '1000',
        amountPaidMinor: String(1000n - BigInt(dueMinor)),
        amountDueMinor: dueMinor,
        amountRefundedMinor: '0',
        ...(settlement && { settlement: { ...settlement, method: 'CASH', paidOn: '2026-02-10' } }),
      },
    },
    fixedClock(at),
  );

const payable = async (invoiceId: string) =>
  (
    await test.sql<{ number: string; status: string; due_minor: string }>(
      'select number, status, due_minor from payable_invoice where id = $1',
      [invoiceId],
    )
  )[0];

const newIds = (): Ids => ({ organizationId: newId(), invoiceId: newId() });

describe('what is due', () => {
  const events = (ids: Ids): FinflowEvent[] => [
    invoiceCreated(ids.organizationId, ids.invoiceId, 1000n),
    updated(ids, { dueMinor: '600', at: '2026-03-01T09:00:01.000Z' }),
    updated(ids, { dueMinor: '250', at: '2026-03-01T09:00:02.000Z' }),
  ];

  it.each([
    ['in order', [0, 1, 2]],
    ['the creation last', [1, 2, 0]],
    ['an older balance after a newer one', [0, 2, 1]],
    ['twice', [0, 1, 2, 0, 1, 2]],
  ])('is the same when events come %s', async (_name, order) => {
    const ids = newIds();
    const all = events(ids);
    for (const place of order) await test.hear(all[place] ?? fail());
    expect(await payable(ids.invoiceId)).toEqual({
      number: 'INV-00001',
      status: 'PARTIALLY_PAID',
      due_minor: '250',
    });
  });

  it('is what startPayment asks for, and an attempt of another amount is called off first', async () => {
    const invoice = await issueInvoice(test);
    const first = await startPayment(test, invoice);
    await test.hear(updated(invoice, { dueMinor: '400', at: '2026-03-01T09:00:01.000Z' }));
    const second = await startPayment(test, invoice);
    expect(second.payment).toMatchObject({ amount: { minor: '400' } });
    expect(second.payment.id).not.toBe(first.payment.id);
    const rows = await test.sql('select status from payment where id = $1', [first.payment.id]);
    expect(rows).toEqual([{ status: 'CANCELLED' }]);
  });

  it('leaves money alone that came in while its attempt was called off', async () => {
    const invoice = await issueInvoice(test);
    const { payment } = await startPayment(test, invoice);
    await test.hear(invoicePaid(invoice, 1000n));
    test.provider.succeed(test.provider.intentOf(payment.id));
    await reconcile(test.room);
    const topics = (await test.announced())
      .filter(({ event }) => event.subject === payment.id)
      .map(({ topic }) => topic);
    expect(topics).toEqual(['payment_created', 'payment_completed']);
  });
});

describe('money recorded by hand', () => {
  it('shows as a completed payment with its business date, once, and is not announced', async () => {
    const ids = newIds();
    const settlement = { id: newId(), amountMinor: '400' };
    const event = updated(ids, { dueMinor: '600', at: '2026-03-01T09:00:01.000Z', settlement });
    await test.hear(event);
    await test.hear(event);
    const rows = await test.sql(
      `select status, provider, method_kind, amount_minor, completed_at, count(*) over ()::int as count
       from payment where invoice_id = $1`,
      [ids.invoiceId],
    );
    expect(rows).toEqual([
      {
        status: 'COMPLETED',
        provider: 'MANUAL',
        method_kind: 'CASH',
        amount_minor: '400',
        completed_at: new Date('2026-02-10T00:00:00Z'),
        count: 1,
      },
    ]);
    const told = (await test.announced()).filter((row) => row.event.subject === settlement.id);
    expect(told).toEqual([]);
    const history = 'select cause from payment_activity where payment_id = $1';
    expect(await test.sql(history, [settlement.id])).toEqual([{ cause: 'recorded_by_hand' }]);
  });
});

describe('a deleted organization', () => {
  const deleted = (organizationId: string) =>
    newEvent(
      'organization_deleted',
      { source: '/auth', subject: organizationId, organizationId, data: { organizationId } },
      fixedClock('2026-03-02T00:00:00Z'),
    );
  const tables = [
    'organization',
    'payable_invoice',
    'payment',
    'payment_activity',
    'start_request',
    'refund',
    'dispute',
  ];
  const rowsOf = async (organizationId: string) => {
    const counts = tables.map(
      (table) => `select count(*) from ${table} where organization_id = $1`,
    );
    const sum = `select (${counts.join(') + (')}) as rows`;
    const [row] = await test.sql<{ rows: string }>(sum, [organizationId]);
    return Number(row?.rows);
  };

  it('goes with every row when it is a sample company, and takes nobody else along', async () => {
    const sample = await issueInvoice(test, { isDemo: true });
    const real = await issueInvoice(test);
    await startPayment(test, sample);
    await startPayment(test, real);
    const before = await rowsOf(real.organizationId);
    await test.hear(deleted(sample.organizationId));
    expect(await rowsOf(sample.organizationId)).toBe(0);
    expect(await rowsOf(real.organizationId)).toBe(before);
  });

  it('waits for its creation, without which nobody knows what it is', async () => {
    await expect(test.hear(deleted(newId()))).rejects.toThrow(NotYet);
  });

  it('keeps its rows when it is a real one, even if it later calls itself a sample', async () => {
    const real = await issueInvoice(test);
    await test.hear(organizationCreated(real.organizationId, { isDemo: true }));
    const before = await rowsOf(real.organizationId);
    await test.hear(deleted(real.organizationId));
    expect(await rowsOf(real.organizationId)).toBe(before);
  });
});

function fail(): never {
  throw new Error('No such event.');
}
