import { fixedClock } from '@finflow/shared/clock';
import { type FinflowEvent, newEvent } from '@finflow/shared/events/envelope';
import type { EventData } from '@finflow/shared/events/__generated__/event-data';
import type { Topic } from '@finflow/shared/events/topics';
import { newId } from '@finflow/shared/ids';

type Posting = EventData['ledger_entry_posted']['postings'][number];

/** The day on which all these tests take place. */
export const clock = fixedClock('2026-07-15T10:00:00Z');

/** Writes the events of one organization; of each, a test says only what it cares for. */
export function eventsOf(organizationId: string, currency = 'EUR') {
  let sequence = 0;
  const customerId = newId();
  const write = <T extends Topic>(
    topic: T,
    subject: string,
    data: EventData[T],
    at = clock,
  ): FinflowEvent<T> =>
    newEvent(topic, { source: '/elsewhere', subject, organizationId, data }, at);

  return {
    created: (isDemo = false) =>
      write('organization_created', organizationId, {
        organizationId,
        name: 'Holm & Daughters',
        baseCurrency: currency,
        isDemo,
        createdBy: newId(),
      }),
    /** In this zone from the beginning. */
    createdIn: (timeZone: string) =>
      write('organization_created', organizationId, {
        organizationId,
        name: 'Holm & Daughters',
        baseCurrency: currency,
        isDemo: false,
        createdBy: newId(),
        timeZone,
      }),
    renamed: (name: string) =>
      write('organization_updated', organizationId, { organizationId, name }),
    moved: (place: { readonly country?: string | null; readonly timeZone?: string }) =>
      write('organization_updated', organizationId, {
        organizationId,
        name: 'Holm & Daughters',
        ...place,
      }),
    deleted: () => write('organization_deleted', organizationId, { organizationId }),
    invoiced: (invoiceId: string, totalMinor: string, dueDate: string) =>
      write('invoice_created', invoiceId, {
        invoiceId,
        number: `INV-${invoiceId.slice(-5)}`,
        customerId,
        currency,
        subtotalMinor: totalMinor,
        taxMinor: '0',
        totalMinor,
        issueDate: '2026-05-01',
        dueDate,
      }),
    updated: (invoiceId: string, totalMinor: string, dueMinor: string, at = clock.now()) =>
      write(
        'invoice_updated',
        invoiceId,
        {
          invoiceId,
          status: dueMinor === '0' ? 'PAID' : 'PARTIALLY_PAID',
          currency,
          totalMinor,
          amountPaidMinor: String(BigInt(totalMinor) - BigInt(dueMinor)),
          amountDueMinor: dueMinor,
          amountRefundedMinor: '0',
        },
        fixedClock(at),
      ),
    paid: (invoiceId: string, totalMinor: string, paidOn: string) =>
      write('invoice_paid', invoiceId, {
        invoiceId,
        number: `INV-${invoiceId.slice(-5)}`,
        customerId,
        currency,
        totalMinor,
        paidOn,
      }),
    /** An entry with words, recorded at nine on its day: "Workshop rent", "Dr 6000 128000", "Cr 1000 128000". */
    wrote: (date: string, description: string, ...lines: readonly [string, string]) => {
      const entryId = newId();
      sequence += 1;
      const postings = atLeastTwo(lines.map((line) => toPosting(line, currency)));
      const data = { entryId, sequence, date, kind: 'MANUAL', description, postings };
      return write('ledger_entry_posted', entryId, data, fixedClock(`${date}T09:00:00Z`));
    },
    refunded: (at: string, amountMinor: string) => {
      const [paymentId, invoiceId, refundId] = [newId(), newId(), newId()];
      const refund = { paymentId, invoiceId, refundId, amountMinor, currency };
      return write(
        'payment_refunded',
        paymentId,
        {
          ...refund,
          provider: 'STRIPE',
          totalRefundedMinor: amountMinor,
          isFull: true,
          refundedOn: at.slice(0, 10),
        },
        fixedClock(at),
      );
    },
    odd: (anomalyId: string) =>
      write('anomaly_detected', anomalyId, {
        anomalyId,
        kind: 'AMOUNT',
        group: 'rent',
        rarity: 0.001,
        source: 'ENTRY',
        factId: newId(),
        occurredAt: '2026-07-01T09:00:00.000Z',
        date: '2026-07-01',
        currency,
        amountMinor: '128000',
        record: { entryId: newId() },
        reason: 'Ten times the usual.',
        evidence: [],
      }),
    reviewed: (anomalyId: string) =>
      write('anomaly_reviewed', anomalyId, {
        anomalyId,
        verdict: 'EXPECTED',
        reviewedBy: newId(),
      }),
    posted: (date: string, ...lines: readonly string[]) => {
      const entryId = newId();
      sequence += 1;
      const postings = lines.map((line) => toPosting(line, currency));
      return write('ledger_entry_posted', entryId, {
        entryId,
        sequence,
        date,
        kind: 'MANUAL',
        postings: atLeastTwo(postings),
      });
    },
    /** Money paid from the bank, by hand; where no account is named, nobody has said yet what for. */
    spent: (
      description: string,
      amountMinor: string,
      { account = '6999', date = '2026-07-01' } = {},
    ) => {
      const entryId = newId();
      sequence += 1;
      const lines = [`Dr ${account} ${amountMinor}`, `Cr 1000 ${amountMinor}`];
      return write('ledger_entry_posted', entryId, {
        entryId,
        sequence,
        date,
        kind: 'MANUAL',
        description,
        postings: atLeastTwo(lines.map((line) => toPosting(line, currency))),
      });
    },
    /** The opposite of what was spent. */
    takenBack: ({ data }: FinflowEvent<'ledger_entry_posted'>) => {
      const entryId = newId();
      sequence += 1;
      const opposite = ({ side, ...posting }: Posting): Posting => ({
        ...posting,
        side: side === 'DEBIT' ? 'CREDIT' : 'DEBIT',
      });
      return write('ledger_entry_posted', entryId, {
        entryId,
        sequence,
        date: data.date,
        kind: 'REVERSAL',
        reversalOf: data.entryId,
        postings: atLeastTwo(data.postings.map(opposite)),
      });
    },
  };
}

/** Reads "Dr 1000 5000": the side, the account, minor units. */
function toPosting(line: string, currency: string): Posting {
  const [side, accountCode = '', amountMinor = ''] = line.split(' ');
  return {
    accountId: newId(),
    accountCode,
    accountType: typeOf(accountCode),
    side: side === 'Dr' ? 'DEBIT' : 'CREDIT',
    amountMinor,
    currency,
  };
}

function atLeastTwo(postings: Posting[]): [Posting, Posting, ...Posting[]] {
  const [first, second, ...rest] = postings;
  if (!first || !second) throw new Error('An entry has two postings or more');
  return [first, second, ...rest];
}

/** The chart of accounts numbers by type: 1 assets, 2 liabilities, 3 equity, 4 income, from 5 on expenses. */
function typeOf(accountCode: string): Posting['accountType'] {
  const types = { 1: 'ASSET', 2: 'LIABILITY', 3: 'EQUITY', 4: 'INCOME' } as const;
  const [first] = accountCode;
  return first === '1' || first === '2' || first === '3' || first === '4'
    ? types[first]
    : 'EXPENSE';
}
