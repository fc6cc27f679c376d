import { defineEntity, p } from '@mikro-orm/core';

export const AttemptSchema = defineEntity({
  name: 'Attempt',
  tableName: 'sign_in_attempt',
  properties: {
    /** SHA-256 of what is counted, in hex: the table names neither people nor addresses. */
    key: p.string().length(64).primary(),
    failures: p.integer(),
    blockedUntil: p.datetime(3),
    lastFailureAt: p.datetime(3).index(),
  },
});

/** How often somebody failed lately, and until when the next try has to wait. */
export class Attempt extends AttemptSchema.class {}
AttemptSchema.setClass(Attempt);
