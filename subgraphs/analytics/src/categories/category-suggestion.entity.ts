import { defineEntity, p } from '@mikro-orm/core';
import type { Claim } from '../categorizing/recalibrate.ts';
import type { Choice, Reason } from '../categorizing/suggestion.ts';

/** What the model thinks of a transaction that waits. Made again whenever something was learned. */
export const CategorySuggestionSchema = defineEntity({
  name: 'CategorySuggestion',
  properties: {
    transactionId: p.uuid().primary(),
    organizationId: p.uuid(),
    category: p.string().length(64),
    /** 0 to 1, four decimals. */
    confidence: p.double(),
    claim: p.json<Claim>(),
    alternatives: p.json<readonly Choice[]>(),
    reasons: p.json<readonly Reason[]>(),
    modelVersion: p.string().length(64),
  },
});

export class CategorySuggestion extends CategorySuggestionSchema.class {}
CategorySuggestionSchema.setClass(CategorySuggestion);
