import { newEvent } from '@finflow/shared/events/envelope';
import { recordEvent } from '@finflow/shared/outbox/record-event';
import type { Room } from '../room.ts';
import type { RevocationReason, Session } from './session.entity.ts';

/** Ends a session and tells of it, once. Access tokens live on for minutes, so whoever keeps something open for them must hear it. */
export async function endSession(
  tx: Room['em'],
  session: Session,
  reason: RevocationReason,
  { clock }: Room,
): Promise<void> {
  if (session.revokedAt !== null) return;
  session.revoke(reason, clock.now());
  const { id: sessionId, userId } = session;
  const about = { source: '/auth', subject: sessionId, organizationId: null };
  await recordEvent(
    tx,
    newEvent('session_revoked', { ...about, data: { userId, sessionId } }, clock),
  );
}
