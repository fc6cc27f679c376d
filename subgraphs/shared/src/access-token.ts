import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { isId } from './ids.ts';
import { roles, type Role, type UserViewer } from './viewer.ts';

/** What every access token says of itself: who issued it, for whom, and by which algorithm. */
export const accessTokenIssuer = 'finflow-auth';
export const accessTokenAudience = 'finflow';
export const accessTokenAlgorithm = 'EdDSA';

/** Short, because a token can't be called back: whoever was put out is out within these seconds, also where the gateway has not heard of it. */
export const accessTokenSeconds = 600;

export type VerifiedAccessToken = { readonly viewer: UserViewer; readonly expiresAt: Date };

/** The claims of an access token beside the registered ones. Role and scopes are those of `org`. */
export type AccessTokenClaims = {
  readonly sid: string;
  readonly org: string | null;
  readonly role: Role | null;
  readonly scopes: readonly string[];
};

/**
 * Verifies a user's access token against auth's published keys (jose's createLocalJWKSet).
 * @param now the instant to judge the expiry by; this one when left out
 * @throws JOSEError when the token is forged, expired, malformed or meant for somebody else
 */
export async function verifyAccessToken(
  token: string,
  keys: JWTVerifyGetKey,
  now?: Date,
): Promise<VerifiedAccessToken> {
  const { payload } = await jwtVerify(token, keys, {
    issuer: accessTokenIssuer,
    audience: accessTokenAudience,
    algorithms: [accessTokenAlgorithm],
    requiredClaims: ['sub', 'exp', 'sid', 'scopes'],
    ...(now && { currentDate: now }),
  });
  const { sub, exp, sid, org, role, scopes } = payload;
  if (!isIdText(sub) || !isIdText(sid) || exp === undefined || !isTextList(scopes))
    throw malformed();
  if (org !== null && !isIdText(org)) throw malformed();
  if (role !== null && !isRole(role)) throw malformed();
  return {
    viewer: { kind: 'user', userId: sub, sessionId: sid, organizationId: org, role, scopes },
    expiresAt: new Date(exp * 1000),
  };
}

const isIdText = (value: unknown): value is string => typeof value === 'string' && isId(value);

const isRole = (value: unknown): value is Role => roles.some((role) => role === value);

const isTextList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const malformed = () => new errors.JWTInvalid('The claims are not those of an access token.');
