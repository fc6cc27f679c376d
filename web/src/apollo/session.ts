import type { RefreshedSession } from './refresh-session.ts';

/** Who is signed in. The access token lives in this object alone: never in storage, never in a URL. */
export type SignedIn = {
  readonly accessToken: string;
  readonly userId: string;
  readonly organizationId: string | null;
};

export type Session = {
  /** The session known now; null before the first refresh and after sign-out. */
  readonly current: () => SignedIn | null;
  /** Starts a session with what logIn, register or createOrganization answered. */
  readonly begin: (signedIn: SignedIn) => void;
  /** Forgets the session and tells everybody who asked. */
  readonly end: (why: EndOfSession) => void;
  /** True from the end of a session to the begin of the next. */
  readonly hasEnded: () => boolean;
  /** Exchanges the refresh cookie for a new session. Calls at the same time share one request.
   * Answers null when the server refuses; throws when it can't be reached. */
  readonly refresh: () => Promise<SignedIn | null>;
  /** A token that is not about to expire, or the last one when the server can't be reached. */
  readonly freshToken: () => Promise<string | null>;
  /** Renews the token at its next use: the server has just refused it, or its rights have changed. */
  readonly distrustToken: () => void;
  /** Calls back each time a session ends. Answers a function that stops it. */
  readonly onEnd: (listener: (why: EndOfSession) => void) => () => void;
};

/** Left on purpose, or no longer accepted by the server. */
export type EndOfSession = 'signed-out' | 'expired';

type Parts = {
  readonly refreshSession: () => Promise<RefreshedSession>;
  readonly nowMs: () => number;
};

/** Renewed this long before it ends, so that a request does not arrive with a token just expired. */
const marginMs = 20_000;

/** Keeps the session of this tab. */
export function createSession({ refreshSession, nowMs }: Parts): Session {
  let signedIn: SignedIn | null = null;
  let renewAtMs = Number.POSITIVE_INFINITY;
  let isOver = false;
  let flight: Promise<SignedIn | null> | null = null;
  const listeners = new Set<(why: EndOfSession) => void>();

  function begin(next: SignedIn): void {
    signedIn = next;
    isOver = false;
    const lifetime = tokenLifetimeMs(next.accessToken);
    renewAtMs = lifetime === null ? Number.POSITIVE_INFINITY : nowMs() + lifetime - marginMs;
  }

  function end(why: EndOfSession): void {
    signedIn = null;
    isOver = true;
    for (const listener of listeners) listener(why);
  }

  async function renew(): Promise<SignedIn | null> {
    const answer = await refreshSession();
    if (answer.kind === 'refused') {
      if (signedIn) end('expired');
      return null;
    }
    begin(answer.signedIn);
    return answer.signedIn;
  }

  function refresh(): Promise<SignedIn | null> {
    flight ??= renew().finally(() => {
      flight = null;
    });
    return flight;
  }

  async function freshToken(): Promise<string | null> {
    if (!signedIn) return null;
    if (nowMs() < renewAtMs) return signedIn.accessToken;
    const last = signedIn.accessToken;
    // A network fault is not a refusal: the request goes out with the old token and meets the fault itself.
    return refresh().then(
      (renewed) => renewed?.accessToken ?? null,
      () => last,
    );
  }

  return {
    current: () => signedIn,
    begin,
    end,
    hasEnded: () => isOver,
    refresh,
    freshToken,
    distrustToken: () => {
      renewAtMs = Number.NEGATIVE_INFINITY;
    },
    onEnd: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** How long a JWT lives, by its own two claims, so that a wrong clock on this machine does not matter. */
function tokenLifetimeMs(token: string): number | null {
  const payload = token.split('.')[1];
  if (!payload) return null;
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    if (typeof claims !== 'object' || claims === null) return null;
    if (!('iat' in claims && 'exp' in claims)) return null;
    if (typeof claims.iat !== 'number' || typeof claims.exp !== 'number') return null;
    return (claims.exp - claims.iat) * 1000;
  } catch {
    // Not a JWT: then only the server's answer tells that it has expired.
    return null;
  }
}
