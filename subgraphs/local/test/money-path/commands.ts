import type { Topic } from '@finflow/shared/events/topics';
import fc from 'fast-check';

export type Deed =
  | { readonly kind: 'issue'; readonly lines: readonly Line[]; readonly currency: string }
  | { readonly kind: 'start'; readonly at: number; readonly key: number }
  | { readonly kind: 'issueAgain'; readonly at: number }
  | {
      readonly kind: 'confirm';
      readonly at: number;
      readonly how: 'succeed' | 'decline' | 'challenge' | 'debit';
    }
  | {
      readonly kind: 'endDebit' | 'endRefunds' | 'decide';
      readonly at: number;
      readonly isGood: boolean;
    }
  | { readonly kind: 'deliver'; readonly at: number }
  | { readonly kind: 'dispute'; readonly at: number }
  | { readonly kind: 'refund'; readonly at: number; readonly tenths: number; readonly key: number }
  | { readonly kind: 'byHand'; readonly at: number; readonly tenths: number; readonly key: number }
  | { readonly kind: 'refundElsewhere'; readonly at: number; readonly tenths: number }
  | { readonly kind: 'work' | 'janitor' }
  | { readonly kind: 'relay'; readonly to: Room; readonly count: number }
  | {
      readonly kind: 'consume';
      readonly to: Room;
      readonly topic: Topic;
      readonly partition: number;
      readonly count: number;
    }
  | { readonly kind: 'replay'; readonly to: Room; readonly topic: Topic }
  | { readonly kind: 'retryParked' | 'takeTurns'; readonly to: Room };

export type Room = 'accounting' | 'payments';
export type Line = {
  readonly quantity: string;
  readonly unitPriceMinor: bigint;
  readonly discountPercent: string;
  readonly taxPercent: string;
};

/** A deed, at which of its steps the process dies (null: it lives), and whether the provider answers. */
export type Command = {
  readonly deed: Deed;
  readonly diesAt: number | null;
  readonly isMute: boolean;
};

const at = fc.nat(7);
const key = fc.nat(9);
const tenths = fc.integer({ min: 1, max: 12 });
const room = fc.constantFrom<Room>('accounting', 'payments');
/** Who hears of what. */
const place = fc.constantFrom<{ readonly to: Room; readonly topic: Topic }>(
  { to: 'payments', topic: 'invoice_created' },
  { to: 'payments', topic: 'invoice_updated' },
  { to: 'payments', topic: 'invoice_paid' },
  { to: 'accounting', topic: 'payment_completed' },
  { to: 'accounting', topic: 'payment_refunded' },
  { to: 'accounting', topic: 'payment_disputed' },
);
const kind = <const K extends string>(name: K) => fc.constant(name);

const line: fc.Arbitrary<Line> = fc.record({
  quantity: fc.constantFrom('1', '2', '0.333', '7.25'),
  unitPriceMinor: fc.bigInt(1n, 99_999n),
  discountPercent: fc.constantFrom('0', '2.5', '33.3333'),
  taxPercent: fc.constantFrom('0', '7', '19', '8.875'),
});
const issue = fc.record({
  kind: kind('issue'),
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
});

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 2, arbitrary: issue },
  { weight: 1, arbitrary: fc.record({ kind: kind('issueAgain'), at }) },
  { weight: 4, arbitrary: fc.record({ kind: kind('start'), at, key }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: kind('confirm'),
      at,
      how: fc.constantFrom('succeed', 'succeed', 'decline', 'challenge', 'debit'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('endDebit', 'endRefunds', 'decide', 'decide', 'decide'),
      at,
      isGood: fc.boolean(),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: kind('deliver'), at: fc.nat(30) }) },
  { weight: 5, arbitrary: fc.record({ kind: kind('dispute'), at }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constantFrom('refund', 'byHand'), at, tenths, key }),
  },
  { weight: 2, arbitrary: fc.record({ kind: kind('refundElsewhere'), at, tenths }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('work', 'work', 'janitor') }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: kind('relay'), to: room, count: fc.constantFrom(1, 3, 99) }),
  },
  {
    weight: 9,
    arbitrary: fc
      .record({ place, partition: fc.nat(2), count: fc.constantFrom(1, 2, 99) })
      .map(({ place: heard, ...rest }): Deed => ({ kind: 'consume', ...heard, ...rest })),
  },
  { weight: 1, arbitrary: place.map((heard): Deed => ({ kind: 'replay', ...heard })) },
  { weight: 1, arbitrary: fc.record({ kind: kind('retryParked'), to: room }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('takeTurns'), to: room }) },
);

const command: fc.Arbitrary<Command> = fc.record({
  deed,
  diesAt: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.nat(9) },
  ),
  isMute: fc.oneof(
    { weight: 9, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
});

/** Each begins with an invoice, a started payment that half of the payers complete, and both rooms knowing of it: so that most have money in them. */
export const sequences = fc
  .tuple(issue, fc.boolean(), fc.array(command, { minLength: 1, maxLength: 30 }))
  .map(([first, isPaid, rest]): Command[] => [
    ...[first, ...prelude, ...(isPaid ? [paid] : [])].map(calm),
    ...rest,
  ]);

const calm = (it: Deed): Command => ({ deed: it, diesAt: null, isMute: false });

const paid: Deed = { kind: 'confirm', at: 0, how: 'succeed' };

const prelude: readonly Deed[] = [
  { kind: 'relay', to: 'accounting', count: 99 },
  { kind: 'consume', to: 'payments', topic: 'invoice_created', partition: 0, count: 99 },
  { kind: 'consume', to: 'payments', topic: 'invoice_created', partition: 1, count: 99 },
  { kind: 'consume', to: 'payments', topic: 'invoice_created', partition: 2, count: 99 },
  { kind: 'start', at: 0, key: 0 },
];
