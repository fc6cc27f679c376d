import type { KeyObject } from 'node:crypto';
import { newId } from '@finflow/shared/ids';
import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import { LRUCache } from 'lru-cache';
import type { EndedRights } from '../viewer/ended-rights.ts';
import { derivedKey, type SigningKeys } from '../viewer/signing-keys.ts';
import type { Caller } from '../viewer/read-viewer.ts';

/** Stands for a caller in the address of one stream: EventSource can't send a header, and addresses are logged. */
export type StreamTickets = {
  issue(caller: Caller): Promise<StreamTicket>;
  /** Who the ticket was given to; null when it is forged, too old, was used at this gateway, or his rights ended since. */
  redeem(ticket: string): Promise<Caller | null>;
};

export type StreamTicket = { readonly ticket: string; readonly expiresInSeconds: number };

const lifetimeSeconds = 30;
/** Far more than are given out in a ticket's life. */
const rememberedTickets = 50_000;
const audience = 'finflow-stream';
const header = { alg: 'dir', enc: 'A256GCM' } as const;

/**
 * Encrypted, so that an address tells nothing about anybody; good at every gateway with the same key, and once at each.
 * @param signingKeys what the tickets' own keys are derived from: the first encrypts, all decrypt
 */
export function createStreamTickets(
  signingKeys: SigningKeys,
  nowMs: () => number,
  { hasEnded }: Pick<EndedRights, 'hasEnded'>,
): StreamTickets {
  const keyOf = (signingKey: KeyObject) => derivedKey(signingKey, audience, 32);
  const own = keyOf(signingKeys.own);
  const all = [own, ...signingKeys.others.map(keyOf)];
  const used = new LRUCache<string, true>({ max: rememberedTickets });
  return {
    issue: async ({ viewer, expiresAt }) => {
      const ticket = await new EncryptJWT({ viewer, until: expiresAt?.getTime() ?? null })
        .setProtectedHeader(header)
        .setAudience(audience)
        .setJti(newId())
        .setExpirationTime(new Date(nowMs() + lifetimeSeconds * 1000))
        .encrypt(own);
      return { ticket, expiresInSeconds: lifetimeSeconds };
    },
    redeem: async (ticket) => {
      const claims = await decryptWithAny(ticket, all, new Date(nowMs()));
      if (!claims || used.has(claims.jti)) return null;
      const { viewer, until } = claims;
      const caller = { viewer, expiresAt: until === null ? null : new Date(until) };
      if (hasEnded(caller)) return null;
      used.set(claims.jti, true);
      return caller;
    },
  };
}

async function decryptWithAny(
  ticket: string,
  keys: readonly Uint8Array[],
  now: Date,
): Promise<Claims | null> {
  for (const key of keys) {
    const claims = await decrypt(ticket, key, now);
    if (claims) return claims;
  }
  return null;
}

type Claims = Pick<Caller, 'viewer'> & { readonly jti: string; readonly until: number | null };

async function decrypt(ticket: string, key: Uint8Array, currentDate: Date): Promise<Claims | null> {
  try {
    const { payload } = await jwtDecrypt<Claims>(ticket, key, {
      audience,
      currentDate,
      keyManagementAlgorithms: [header.alg],
      contentEncryptionAlgorithms: [header.enc],
      requiredClaims: ['jti', 'exp'],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}
