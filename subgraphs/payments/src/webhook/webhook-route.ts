import { newId } from '@finflow/shared/ids';
import {
  jsonResponse,
  type HttpRequest,
  type HttpResponse,
  type Route,
} from '@finflow/shared/http/route';
import { log } from '@finflow/shared/log';
import type { ProviderNotice } from '../providers/provider.ts';
import type { Room } from '../room.ts';
import { payloadPlace } from './webhook-event.entity.ts';

/**
 * POST /webhooks/stripe: checks the signature on the raw body, stores, answers. Nothing else happens before the answer.
 * 400 INVALID_SIGNATURE stores nothing; 200 for a notice that is stored, be it the first time or not.
 * @param wake called when there is something to work on
 */
export const webhookRoute = (room: Room, wake: () => void): Route => ({
  method: 'POST',
  path: '/webhooks/stripe',
  handle: (request) => receive(room, request, wake),
});

async function receive(
  room: Room,
  { body, headers }: HttpRequest,
  wake: () => void,
): Promise<HttpResponse> {
  const notice = room.provider.readNotice(body, headers['stripe-signature']);
  if (!notice) {
    log.warn('webhook with a wrong signature', { bytes: body.length });
    return jsonResponse(400, { error: { code: 'INVALID_SIGNATURE' } });
  }
  await store(room, notice, body);
  wake();
  return jsonResponse(200, { received: true });
}

async function store(room: Room, notice: ProviderNotice, body: Buffer): Promise<void> {
  const { provider, cipher, clock, ownerDatabase } = room;
  const now = clock.now();
  await ownerDatabase.em
    .fork()
    .execute(insert, [
      newId(now.getTime()),
      provider.name,
      notice.eventId,
      notice.type,
      notice.intentId,
      notice.paymentId,
      cipher.encrypt(body.toString('utf8'), payloadPlace(notice.eventId)),
      now,
      now,
    ]);
}

const insert = `
  insert into webhook_inbox (id, provider, event_id, type, intent_id, payment_id, payload_sealed,
    received_at, next_attempt_at)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?)
  on conflict (provider, event_id) do nothing`;
