import { isId } from '@finflow/shared/ids';
import type { AnalyticsRowResolvers, QueryResolvers } from '../__generated__/resolvers.ts';
import { checkQuestion } from './analyze-question.ts';
import { analyze, type AnalyzeRow } from './analyze.service.ts';

export type AnalyticsRowParent = AnalyzeRow & { readonly isOfCustomer: boolean };

export const analytics: NonNullable<QueryResolvers['analytics']> = async (
  _root,
  { input: { measures, from, to, grain, dimension, keys } },
  { room },
) => {
  const question = checkQuestion({
    measures,
    from,
    to,
    grain: grain ?? 'MONTH',
    dimension: dimension ?? null,
    keys: keys ?? null,
  });
  const rows = await analyze(room().em, question);
  return {
    measures,
    rows: rows.map((row) => ({ ...row, isOfCustomer: question.dimension === 'CUSTOMER' })),
  };
};

export const AnalyticsRow: AnalyticsRowResolvers = {
  customer: ({ key, isOfCustomer }) => (isOfCustomer && key && isId(key) ? { id: key } : null),
};
