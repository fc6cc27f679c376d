import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@finflow/shared/ids';
import { until } from '@finflow/shared/testing/until';
import { verifyLedger } from '../src/ledger/verify-ledger.ts';
import { clock } from './support/books.ts';
import { newInvoice, readInvoice, recordPayment } from './support/invoicing.ts';
import { openWorld, type Company, type World } from './support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** One instant: Tuesday evening in California, Wednesday in UTC, and noon of Wednesday in Sydney. */
beforeEach(() => clock.set('2026-03-11T01:30:00Z'));
const [tuesday, wednesday] = ['2026-03-10', '2026-03-11'];
const zones = { california: 'America/Los_Angeles', utc: 'UTC', sydney: 'Australia/Sydney' };

const isOverdue = async (company: Company, id: string) =>
  (await readInvoice(company, id)).isOverdue;

const overdueCount = async ({ ask }: Company) =>
  (await ask('{ invoices(filter: { overdue: true }) { totalCount } }')).invoices.totalCount;

const close = async ({ ask }: Company, through: string) => {
  const mutation = `mutation ($t: LocalDate!) { result: closePeriod(input: { through: $t }) {
    ... on PeriodClosed { through } ... on InvalidInput { code } } }`;
  return (await ask(mutation, { t: through })).result;
};

describe('today', () => {
  it.each([
    [zones.california, tuesday],
    [zones.utc, wednesday],
    [zones.sydney, wednesday],
  ])('is the organization’s own day: in %s it is %s', async (timeZone, today) => {
    const company = await world.openCompany({ timeZone });
    const { id, issueDate } = await newInvoice(company);
    expect(issueDate).toBe(today);
    const paid = { invoiceId: id, amountMinor: '4000' };
    expect(await recordPayment(company, { ...paid, paidOn: today })).toMatchObject({
      __typename: 'InvoiceSaved',
    });
    expect(await recordPayment(company, { ...paid, paidOn: '2026-03-12' })).toMatchObject({
      code: 'DATE_IN_FUTURE',
    });
    expect(await close(company, '2026-03-12')).toEqual({ code: 'DATE_IN_FUTURE' });
    expect(await close(company, today)).toEqual({ through: today });
  });

  it('lets nobody in California pay on Wednesday, nor close it, while it is Tuesday there', async () => {
    const company = await world.openCompany({ timeZone: zones.california });
    const { id } = await newInvoice(company);
    const early = { invoiceId: id, amountMinor: '1', paidOn: wednesday };
    expect(await recordPayment(company, early)).toMatchObject({ code: 'DATE_IN_FUTURE' });
    expect(await close(company, wednesday)).toEqual({ code: 'DATE_IN_FUTURE' });
  });

  it('makes an invoice overdue at midnight where its seller is, in its lists too', async () => {
    const issued = { issueDate: '2026-03-01' };
    const company = await world.openCompany({ timeZone: zones.california });
    const { id } = await newInvoice(company, { dueDate: tuesday }, issued);
    clock.set('2026-03-11T06:59:59Z');
    expect([await isOverdue(company, id), await overdueCount(company)]).toEqual([false, 0]);
    clock.set('2026-03-11T07:00:00Z');
    expect([await isOverdue(company, id), await overdueCount(company)]).toEqual([true, 1]);
  });

  it('is another one from when the company says that its clocks are others, and what is booked stays', async () => {
    const company = await world.openCompany({ timeZone: zones.sydney });
    const { organizationId } = company;
    const before = await newInvoice(company);
    await world.publish('organization_updated', organizationId, {
      subject: organizationId,
      data: { organizationId, name: 'Muster GmbH', timeZone: zones.california },
    });
    const query = 'select time_zone from organization where organization_id = $1';
    await until(
      async () =>
        (await world.query(query, [organizationId])).rows[0]?.time_zone === zones.california,
    );
    const after = await newInvoice(company);
    expect([before.issueDate, after.issueDate]).toEqual([wednesday, tuesday]);
    expect((await readInvoice(company, before.id)).issueDate).toBe(wednesday);
    const [report] = (await verifyLedger(world.database.ownerUrl)).filter(
      (one) => one.organizationId === organizationId,
    );
    expect(report?.problems).toEqual([]);
  });

  it('of a payment’s event is booked as it was told, or on the first open day', async () => {
    const company = await world.openCompany({ timeZone: zones.california });
    const { organizationId } = company;
    const dates: string[] = [];
    for (const closeFirst of [false, true]) {
      const { id } = await newInvoice(company);
      if (closeFirst) await close(company, tuesday);
      const paymentId = newId();
      await world.publish('payment_completed', organizationId, {
        subject: paymentId,
        data: {
          paymentId,
          invoiceId: id,
          amountMinor: '10000',
          currency: 'EUR',
          feeMinor: '0',
          provider: 'STRIPE',
          completedOn: tuesday,
        },
      });
      await until(async () => (await readInvoice(company, id)).status === 'PAID');
      const { rows } = await world.query(
        `select date::text as date from journal_entry where payment_id = $1`,
        [paymentId],
      );
      dates.push(rows[0]?.date);
    }
    expect(dates).toEqual([tuesday, wednesday]);
  });
});
