import { defineEntity, p } from '@mikro-orm/core';

export const WebhookEventSchema = defineEntity({
  name: 'WebhookEvent',
  tableName: 'webhook_inbox',
  properties: {
    id: p.uuid().primary(),
    provider: p.string(),
    eventId: p.string(),
    type: p.string(),
    intentId: p.string().nullable(),
    paymentId: p.uuid().nullable(),
    /** The raw body, sealed by the field cipher for the place `webhook_inbox.payload:<event id>`. */
    payloadSealed: p.text(),
    receivedAt: p.datetime(),
    processedAt: p.datetime().nullable(),
    /** What it came to: moved(COMPLETED), ignored(stale), ... */
    outcome: p.string().nullable(),
    attempts: p.integer().default(0),
    nextAttemptAt: p.datetime(),
  },
  uniques: [{ properties: ['provider', 'eventId'] }],
  indexes: [{ properties: ['processedAt', 'nextAttemptAt'] }],
});

/** A notice of the provider, kept before it is acted on. Only those with a right signature get here. */
export class WebhookEvent extends WebhookEventSchema.class {}
WebhookEventSchema.setClass(WebhookEvent);

export const payloadPlace = (eventId: string): string => `webhook_inbox.payload:${eventId}`;
