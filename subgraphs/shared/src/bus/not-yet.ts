/**
 * A handler throws this when an event came too early: order holds within a topic, not across topics, so a
 * payment may arrive before its invoice. The event is parked and tried again; only its key waits.
 */
export class NotYet extends Error {
  override readonly name = 'NotYet';
}
