import { isApiKeyText } from '@finflow/shared/api-key';
import { readPaymentLinkToken } from '@finflow/shared/payment-link';
import { anonymous, payerScopes, type Viewer } from '@finflow/shared/viewer';
import { GraphQLError } from 'graphql';
import { errors } from 'jose';
import type { AccessTokenVerifier } from './access-token-keys.ts';
import type { ApiKeys } from './api-keys.ts';
import type { EndedRights } from './ended-rights.ts';

/** A caller, and until when its credential is good (null: no end). */
export type Caller = { readonly viewer: Viewer; readonly expiresAt: Date | null };

export type ViewerOptions = {
  readonly verifyAccessToken: AccessTokenVerifier;
  readonly apiKeys: Pick<ApiKeys, 'verify'>;
  readonly endedRights: Pick<EndedRights, 'hasEnded'>;
  readonly paymentLinkSecret: string;
};

/**
 * Who calls, by the value of the Authorization header (on the socket: of the connection parameter `authorization`):
 * `Bearer <access token>` a user, `Bearer ffk_...` a program with an API key, `PayLink <token>` the holder of a payment link, nothing: anonymous.
 * @throws GraphQLError UNAUTHENTICATED (HTTP 401) when the credential is forged, expired, of an unknown kind, or of rights that ended since
 */
export async function readCaller(
  authorization: string | undefined,
  options: ViewerOptions,
): Promise<Caller> {
  if (authorization === undefined || authorization === '') {
    return { viewer: anonymous, expiresAt: null };
  }
  const [scheme = '', token = '', ...rest] = authorization.trim().split(/ +/);
  if (rest.length > 0) throw unauthenticated();
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return isApiKeyText(token) ? readPartner(token, options.apiKeys) : readUser(token, options);
    case 'paylink':
      return readPayer(token, options.paymentLinkSecret);
    default:
      throw unauthenticated();
  }
}

async function readUser(
  token: string,
  { verifyAccessToken, endedRights }: ViewerOptions,
): Promise<Caller> {
  const caller = await verifyAccessToken(token).catch((error: unknown) => {
    throw error instanceof errors.JOSEError ? unauthenticated() : error;
  });
  if (endedRights.hasEnded(caller)) throw unauthenticated();
  return caller;
}

async function readPartner(key: string, apiKeys: ViewerOptions['apiKeys']): Promise<Caller> {
  const caller = await apiKeys.verify(key);
  if (!caller) throw unauthenticated();
  return caller;
}

function readPayer(token: string, secret: string): Caller {
  const target = readPaymentLinkToken(token, secret);
  if (!target) throw unauthenticated();
  return { viewer: { kind: 'payer', ...target, scopes: payerScopes }, expiresAt: null };
}

const unauthenticated = () =>
  new GraphQLError('The credential is not valid, or no longer. Sign in again.', {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
  });
