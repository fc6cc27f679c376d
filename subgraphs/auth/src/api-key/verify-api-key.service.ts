import type { VerifiedApiKey } from '@finflow/shared/api-key';
import type { Clock } from '@finflow/shared/clock';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { toLocalDate } from '@finflow/shared/local-date';
import type { Database, EntityManager } from '../database.ts';
import { ApiKey } from './api-key.entity.ts';

/**
 * What the key with this hash may do, today; null when there is none, or it has expired or was revoked.
 * Notes the day of its last use.
 */
export async function verifyApiKey(
  hash: string,
  { app, clock }: { readonly app: Database; readonly clock: Clock },
): Promise<VerifiedApiKey | null> {
  const em = app.em.fork();
  const owner = await findOrganizationByApiKey(em, hash);
  if (owner === null) return null;
  return inOrganization(owner, async () => {
    const apiKey = await em.findOne(ApiKey, { hash });
    const today = toLocalDate(clock.now());
    if (apiKey?.stateAt(today) !== 'ACTIVE') return null;
    if (apiKey.lastUsedOn !== today) {
      // Not the entity's flush: a revocation at this moment must not be written over, nor make this fail.
      await em.nativeUpdate(ApiKey, { id: apiKey.id, revokedAt: null }, { lastUsedOn: today });
    }
    const { id: apiKeyId, organizationId, scopes } = apiKey;
    return { apiKeyId, organizationId, scopes, expiresAt: apiKey.endsAt() };
  });
}

/** Asked before anybody is known: the organization of the key with this hash, and nothing else. */
async function findOrganizationByApiKey(em: EntityManager, hash: string): Promise<string | null> {
  const query = 'select find_organization_by_api_key(?) as id';
  const [row] = await em.execute<{ id: string | null }[]>(query, [hash]);
  return row?.id ?? null;
}
