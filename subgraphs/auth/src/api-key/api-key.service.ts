import { LockMode } from '@mikro-orm/core';
import { hashApiKey } from '@finflow/shared/api-key';
import { newEvent } from '@finflow/shared/events/envelope';
import type { Page } from '@finflow/shared/graphql/connection';
import { isId, newId } from '@finflow/shared/ids';
import { toLocalDate, type LocalDate } from '@finflow/shared/local-date';
import { log } from '@finflow/shared/log';
import { recordEvent } from '@finflow/shared/outbox/record-event';
import { isRefusal, refuse, type Refusal } from '@finflow/shared/refusal';
import { Organization } from '../organization/organization.entity.ts';
import type { Room } from '../room.ts';
import { asViewer, viewerUser } from '../viewer-user.ts';
import { readApiKeyDraft, type ApiKeyDraft } from './api-key-draft.ts';
import { ApiKey } from './api-key.entity.ts';
import { newApiKeyText } from './new-api-key.ts';

/** Keys of one organization that are neither revoked nor expired. */
const maxActiveKeys = 50;

/** A key that was just made, with its text, which nobody can see again. */
export type CreatedApiKey = { readonly apiKey: ApiKey; readonly secret: string };

/**
 * Makes an API key for the organization in which the caller acts.
 * @returns it, or what readApiKeyDraft refuses, NO_ORGANIZATION, TOO_MANY_API_KEYS
 */
export async function createApiKey(
  input: ApiKeyDraft,
  room: Room,
): Promise<CreatedApiKey | Refusal<'InvalidInput' | 'Conflict'>> {
  const { userId, organizationId, scopes } = viewerUser(room);
  const now = room.clock.now();
  const today = toLocalDate(now);
  const draft = readApiKeyDraft(input, { makerScopes: scopes, today });
  if (isRefusal(draft)) return draft;
  if (organizationId === null) return noOrganization();
  const { text, prefix } = newApiKeyText();
  const created = await asViewer(room, () =>
    room.em.transactional(async (tx) => {
      // Locked, so that two who make the last one at once don't both get it.
      const lock = { lockMode: LockMode.PESSIMISTIC_WRITE };
      await tx.findOneOrFail(Organization, { id: organizationId }, lock);
      if ((await countActive(tx, today)) >= maxActiveKeys) return tooMany();
      return tx.create(ApiKey, {
        id: newId(+now),
        organizationId,
        name: draft.name,
        prefix,
        hash: hashApiKey(text),
        scopes: [...draft.scopes],
        createdBy: userId,
        createdAt: now,
        expiresOn: draft.expiresOn,
        lastUsedOn: null,
        revokedAt: null,
      });
    }),
  );
  if (isRefusal(created)) return created;
  log.info('an API key was made', { apiKeyId: created.id, userId });
  return { apiKey: created, secret: text };
}

/**
 * Ends a key for good, at once where the event arrives and within half a minute everywhere. Doing it again changes nothing.
 * @returns the key, or API_KEY_NOT_FOUND
 */
export async function revokeApiKey(id: string, room: Room): Promise<ApiKey | Refusal<'NotFound'>> {
  const { userId } = viewerUser(room);
  const revoked = await asViewer(room, () =>
    room.em.transactional(async (tx) => {
      const apiKey = isId(id) ? await tx.findOne(ApiKey, { id }) : null;
      if (!apiKey) return notFound();
      // One statement decides who of two was first; row-level security would hide a revoked row from a lock.
      const revokedAt = room.clock.now();
      const ended = await tx.nativeUpdate(ApiKey, { id, revokedAt: null }, { revokedAt });
      if (ended === 0) return tx.refreshOrFail(apiKey);
      const { organizationId } = apiKey;
      const data = { organizationId, apiKeyId: id };
      const about = { source: '/auth', subject: id, organizationId };
      await recordEvent(tx, newEvent('api_key_revoked', { ...about, data }, room.clock));
      return tx.refreshOrFail(apiKey);
    }),
  );
  if (!isRefusal(revoked)) log.info('an API key was revoked', { apiKeyId: id, userId });
  return revoked;
}

/** A page of the organization's keys, newest first, one row more than asked for; revoked and expired ones stay listed. */
export function listApiKeys({ first, after }: Page, room: Room): Promise<ApiKey[]> {
  const [createdAt = '', id = ''] = after ?? [];
  const at = new Date(createdAt);
  const where = after
    ? { $or: [{ createdAt: { $lt: at } }, { createdAt: at, id: { $lt: id } }] }
    : {};
  const orderBy = { createdAt: 'desc', id: 'desc' } as const;
  return asViewer(room, () => room.em.find(ApiKey, where, { orderBy, limit: first + 1 }));
}

export const countApiKeys = (room: Room): Promise<number> =>
  asViewer(room, () => room.em.count(ApiKey));

const countActive = (tx: Room['em'], today: LocalDate): Promise<number> =>
  tx.count(ApiKey, { revokedAt: null, $or: [{ expiresOn: null }, { expiresOn: { $gte: today } }] });

const noOrganization = () =>
  refuse('InvalidInput', 'NO_ORGANIZATION', 'You act in no organization. Open one first.');

const tooMany = () =>
  refuse(
    'Conflict',
    'TOO_MANY_API_KEYS',
    `There are ${maxActiveKeys} active keys. Revoke those that nobody uses.`,
  );

const notFound = () => refuse('NotFound', 'API_KEY_NOT_FOUND', 'There is no such key here.');
