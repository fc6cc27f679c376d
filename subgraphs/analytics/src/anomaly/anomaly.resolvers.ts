import { readPage } from '@finflow/shared/graphql/connection';
import { isId } from '@finflow/shared/ids';
import { money } from '@finflow/shared/money';
import { isRefusal } from '@finflow/shared/refusal';
import type {
  AnomalyEvidenceResolvers,
  AnomalyResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../__generated__/resolvers.ts';
import type { AnomalyRecord } from './anomaly.service.ts';
import { reviewAnomaly as review } from './review.service.ts';

export const anomalies: NonNullable<QueryResolvers['anomalies']> = (
  _root,
  { filter, ...page },
  { analytics },
) => analytics.anomalies(readPage(page, ['instant', 'id']), filter);

export const anomaly: NonNullable<QueryResolvers['anomaly']> = async (
  _root,
  { id },
  { analytics },
) => (isId(id) ? analytics.anomalyById.load(id) : null);

export const reviewAnomaly: NonNullable<MutationResolvers['reviewAnomaly']> = async (
  _root,
  { input },
  { room },
) => {
  const result = await review(input, room());
  return isRefusal(result) ? result : { __typename: 'AnomalyReviewed', anomaly: result };
};

const reference = (id: string | null | undefined) => (id == null ? null : { id });

/** Where it stands in the books; whoever owns the record tells more. */
const records = {
  entry: ({ entryId }: AnomalyRecord) =>
    entryId == null ? null : { __typename: 'JournalEntry' as const, id: entryId },
  payment: ({ paymentId }: AnomalyRecord) => reference(paymentId),
  invoice: ({ invoiceId }: AnomalyRecord) => reference(invoiceId),
};

export const Anomaly: AnomalyResolvers = {
  __resolveReference: async ({ id }, { analytics }) =>
    isId(id) ? analytics.anomalyById.load(id) : null,
  amount: ({ amountMinor, currency }) => money(amountMinor, currency),
  evidence: ({ evidence }) => [...evidence],
  customer: ({ customerId }) => reference(customerId),
  ...records,
};

export const AnomalyEvidence: AnomalyEvidenceResolvers = {
  entry: ({ record }) => records.entry(record ?? {}),
  payment: ({ record }) => records.payment(record ?? {}),
  invoice: ({ record }) => records.invoice(record ?? {}),
};
