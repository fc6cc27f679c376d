import { defineEntity, p, PrimaryKeyProp } from '@mikro-orm/core';
import type { Claim } from '../categorizing/recalibrate.ts';

/** What waited with a transaction when a person decided. */
export type Suggested = Claim & { readonly category: string };

/**
 * What was decided about a transaction, as transaction_categorized told it: never changed, the highest revision holds. It may be here
 * before its transaction is.
 */
export const CategoryDecisionSchema = defineEntity({
  name: 'CategoryDecision',
  uniques: [{ properties: ['organizationId', 'number'] }],
  properties: {
    transactionId: p.uuid().primary(),
    revision: p.integer().primary(),
    organizationId: p.uuid(),
    /** Counts the decisions of the organization. */
    number: p.integer(),
    category: p.string().length(64),
    decidedBy: p.enum(['PERSON', 'MODEL'] as const),
    actorId: p.uuid().strictNullable(),
    /** 0 to 1, four decimals; null for a person's. */
    confidence: p.double().strictNullable(),
    modelVersion: p.string().length(64).strictNullable(),
    /** Null where nobody was asked: for a model's, for corrections, and before this was noted. */
    suggested: p.json<Suggested>().strictNullable(),
    decidedAt: p.datetime(3),
  },
});

export class CategoryDecision extends CategoryDecisionSchema.class {
  override [PrimaryKeyProp]?: ['transactionId', 'revision'];
}
CategoryDecisionSchema.setClass(CategoryDecision);
