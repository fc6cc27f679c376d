import { nowSeconds, type World } from './world.ts';

const ANSWERS_KEPT_MS = 86_400_000;
const EVENTS_KEPT_SECONDS = 30 * 86_400;

/** Stripe's own limits: idempotent answers are kept for a day, events for thirty. */
export function forgetOld(world: World): void {
  const { store } = world;
  const waiting = new Set(store.all('deliveries').map((delivery) => delivery.eventId));
  for (const { id, createdAtMs } of store.all('answers')) {
    if (createdAtMs < world.nowMs() - ANSWERS_KEPT_MS) store.remove('answers', id);
  }
  for (const { id, created } of store.all('events')) {
    const isOld = created < nowSeconds(world) - EVENTS_KEPT_SECONDS;
    if (isOld && !waiting.has(id)) store.remove('events', id);
  }
}
