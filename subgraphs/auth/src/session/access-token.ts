import { SignJWT } from 'jose';
import {
  accessTokenAlgorithm,
  accessTokenAudience,
  accessTokenIssuer,
  accessTokenSeconds,
  type AccessTokenClaims,
} from '@finflow/shared/access-token';
import { newId } from '@finflow/shared/ids';
import { scopesOf, type Role } from '@finflow/shared/viewer';
import type { SigningKeys } from '../signing-key/signing-keys.ts';

export type AccessTokenSubject = {
  readonly userId: string;
  readonly sessionId: string;
  readonly organizationId: string | null;
  readonly role: Role | null;
};

export type AccessToken = { readonly text: string; readonly expiresAt: Date };

export type AccessTokens = {
  /** Signs what the subject may do, from now on for ten minutes. */
  issue(subject: AccessTokenSubject, at: Date): Promise<AccessToken>;
};

/** Issues access tokens with whatever key is active at the time. */
export const createAccessTokens = (keys: SigningKeys): AccessTokens => ({
  issue: async (subject, at) => {
    const { kid, privateKey } = await keys.current(at);
    const expiresAt = new Date(Math.floor(+at / 1000 + accessTokenSeconds) * 1000);
    const text = await new SignJWT(claimsOf(subject))
      .setProtectedHeader({ alg: accessTokenAlgorithm, kid, typ: 'at+jwt' })
      .setIssuer(accessTokenIssuer)
      .setAudience(accessTokenAudience)
      .setSubject(subject.userId)
      .setJti(newId())
      .setIssuedAt(at)
      .setExpirationTime(expiresAt)
      .sign(privateKey);
    return { text, expiresAt };
  },
});

const claimsOf = ({ sessionId, organizationId, role }: AccessTokenSubject): AccessTokenClaims => ({
  sid: sessionId,
  org: organizationId,
  role,
  scopes: role === null ? [] : scopesOf[role],
});
