import { defineEntity, p } from '@mikro-orm/core';

/** Something came that may change what is suggested. Written with the change, so that no crash forgets it. */
export const SuggestionRequestSchema = defineEntity({
  name: 'SuggestionRequest',
  properties: {
    organizationId: p.uuid().primary(),
    requestedAt: p.datetime(),
  },
});

export class SuggestionRequest extends SuggestionRequestSchema.class {}
SuggestionRequestSchema.setClass(SuggestionRequest);
