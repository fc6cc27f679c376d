import { money } from '@finflow/shared/money';
import type { QueryResolvers } from '../__generated__/resolvers.ts';
import { readInsights } from './insights.service.ts';

export const insights: NonNullable<QueryResolvers['insights']> = async (_root, _args, { room }) => {
  const { em, clock } = room();
  const weekly = await readInsights(em, clock);
  if (!weekly) return [];
  const { week, currency, insights: found } = weekly;
  return found.map(({ kind, text, stakeMinor, evidence: { customerId, ...evidence } }) => ({
    id: `${week}-${kind}`,
    week,
    kind,
    text,
    stake: money(stakeMinor, currency),
    evidence: { ...evidence, customer: customerId === null ? null : { id: customerId } },
  }));
};
