import type { Fact, RecordIds } from './fact.ts';
import type { Memory } from './memory.ts';

export const anomalyKinds = [
  'AMOUNT',
  'FREQUENCY',
  'DUPLICATE',
  'NEW_PAYEE',
  'UNUSUAL_HOUR',
  'UNUSUAL_ACCOUNT',
  'LEVEL_SHIFT',
] as const;

export type AnomalyKind = (typeof anomalyKinds)[number];

/** A number that speaks for the anomaly, and the record it was compared with, if it is one. */
export type Evidence = {
  readonly label: string;
  readonly value: string;
  readonly record: RecordIds | null;
};

export type Explanation = { readonly reason: string; readonly evidence: readonly Evidence[] };

/** What one detector says of a fact. */
export type Finding = {
  readonly kind: AnomalyKind;
  /** How probable something at least as odd is where all goes as usual: 1 is ordinary, 0.001 is once in a thousand facts. */
  readonly rarity: number;
  /** What people's answers about it are remembered for: this party, this account. */
  readonly group: string;
  /** Only called when it is raised. */
  readonly explain: () => Explanation;
};

/** Pure: the same fact after the same past gets the same answer. Null when the past is too short to say anything. */
export type Detector = (fact: Fact, past: Memory) => Finding | null;

export const recordOf = ({ entryId, paymentId, invoiceId }: RecordIds): RecordIds => ({
  entryId,
  paymentId,
  invoiceId,
});
