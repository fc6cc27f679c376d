import {
  apiKeyPath,
  hashApiKey,
  isApiKeyText,
  type ApiKeyQuestion,
  type VerifiedApiKey,
} from '@finflow/shared/api-key';
import type { HttpRequest } from '@finflow/shared/http/route';
import { viewerHeader } from '@finflow/shared/signed-viewer';
import { anonymous, type PartnerViewer } from '@finflow/shared/viewer';
import { LRUCache } from 'lru-cache';
import { SubgraphUnavailable, type SubgraphTransport } from '../transports/subgraph-transport.ts';
import type { RightsChanged } from './rights-changed.ts';
import type { ViewerSigner } from './viewer-signer.ts';

/** A program that calls by an API key, and until when it is known to be good: at most for an hour, then it is asked again. */
export type PartnerCaller = { readonly viewer: PartnerViewer; readonly expiresAt: Date };

export type ApiKeys = {
  /**
   * Who calls by this key; null when it is forged, expired or revoked. An answer of auth is trusted for 30 seconds.
   * @throws SubgraphUnavailable when auth can't be asked
   */
  verify(text: string): Promise<PartnerCaller | null>;
  /** Asks again about the keys whose rights ended: one key, or all of an organization. */
  readonly forget: (change: RightsChanged) => void;
};

export type ApiKeysOptions = {
  readonly auth: Pick<SubgraphTransport, 'forward'>;
  readonly signer: ViewerSigner;
  readonly nowMs: () => number;
};

/** How long a revoked key can live where the event of its end got lost. */
const trustedMs = 30_000;
const maxRemembered = 10_000;
/** A stream ends by itself, should the event of its key's end have got lost. Who may, comes again. */
const maxStreamMs = 60 * 60_000;

type Remembered<T> = { readonly atMs: number; readonly answer: T };

/** Verifies API keys by asking auth, which knows their hashes. Good and bad keys are remembered apart, so that strangers who guess push no partner out. */
export function createApiKeys({ auth, signer, nowMs }: ApiKeysOptions): ApiKeys {
  const good = new LRUCache<string, Remembered<PartnerCaller>>({ max: maxRemembered });
  const bad = new LRUCache<string, Remembered<null>>({ max: maxRemembered });
  const asking = new Map<string, Promise<PartnerCaller | null>>();
  let forgotten = 0;

  const ask = async (hash: string): Promise<PartnerCaller | null> => {
    const atMs = nowMs();
    const forgottenBefore = forgotten;
    const verified = await askAuth(hash, auth, await signer(anonymous));
    // What was asked before a key was revoked may be answered after it.
    if (forgotten !== forgottenBefore) return ask(hash);
    if (verified === null) {
      good.delete(hash);
      bad.set(hash, { atMs, answer: null });
      return null;
    }
    const answer = callerOf(verified, atMs);
    good.set(hash, { atMs, answer });
    return answer;
  };
  const once = (hash: string): Promise<PartnerCaller | null> => {
    const known = asking.get(hash);
    if (known) return known;
    const answer = ask(hash).finally(() => asking.delete(hash));
    asking.set(hash, answer);
    return answer;
  };
  const isFresh = (remembered: Remembered<unknown>): boolean =>
    nowMs() - remembered.atMs < trustedMs;

  return {
    verify: async (text) => {
      if (!isApiKeyText(text)) return null;
      const hash = hashApiKey(text);
      const remembered = good.get(hash) ?? bad.get(hash);
      const caller = remembered && isFresh(remembered) ? remembered.answer : await once(hash);
      return caller && !isOver(caller, nowMs()) ? caller : null;
    },
    forget: (change) => {
      if (change.userId !== null) return; // A key is nobody's: it stays when its maker goes.
      forgotten += 1;
      for (const [hash, { answer }] of good.entries()) {
        if (isOf(answer.viewer, change)) good.delete(hash);
      }
    },
  };
}

function callerOf({ expiresAt, ...key }: VerifiedApiKey, atMs: number): PartnerCaller {
  const endMs = expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt);
  const { apiKeyId, organizationId, scopes } = key;
  return {
    viewer: { kind: 'partner', apiKeyId, organizationId, scopes },
    expiresAt: new Date(Math.min(endMs, atMs + maxStreamMs)),
  };
}

const isOver = ({ expiresAt }: PartnerCaller, atMs: number): boolean => expiresAt.getTime() <= atMs;

const isOf = (viewer: PartnerViewer, { apiKeyId, organizationId }: RightsChanged): boolean =>
  (apiKeyId === null || viewer.apiKeyId === apiKeyId) &&
  (organizationId === null || viewer.organizationId === organizationId);

async function askAuth(
  hash: string,
  auth: ApiKeysOptions['auth'],
  signature: string,
): Promise<VerifiedApiKey | null> {
  const { status, body } = await auth.forward(question(hash, signature));
  if (status === 404) return null;
  if (status !== 200) throw new SubgraphUnavailable(`auth could not judge an API key: ${status}`);
  const verified: unknown = JSON.parse(body.toString());
  if (isVerified(verified)) return verified;
  throw new SubgraphUnavailable('auth said of an API key what it is not');
}

const question = (hash: string, signature: string): HttpRequest => ({
  method: 'POST',
  url: new URL(apiKeyPath, 'http://auth'),
  headers: { 'content-type': 'application/json', [viewerHeader]: signature },
  body: Buffer.from(JSON.stringify({ hash } satisfies ApiKeyQuestion)),
  remoteAddress: '',
});

function isVerified(value: unknown): value is VerifiedApiKey {
  if (typeof value !== 'object' || value === null) return false;
  const { apiKeyId, organizationId, scopes, expiresAt } = { ...none, ...value };
  return (
    typeof apiKeyId === 'string' &&
    typeof organizationId === 'string' &&
    Array.isArray(scopes) &&
    scopes.every((scope) => typeof scope === 'string') &&
    (expiresAt === null || (typeof expiresAt === 'string' && !Number.isNaN(Date.parse(expiresAt))))
  );
}

const none: Readonly<Record<keyof VerifiedApiKey, unknown>> = {
  apiKeyId: undefined,
  organizationId: undefined,
  scopes: undefined,
  expiresAt: undefined,
};
