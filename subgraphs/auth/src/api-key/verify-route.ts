import { apiKeyPath, type VerifiedApiKey } from '@finflow/shared/api-key';
import { readJsonObject } from '@finflow/shared/http/read-json';
import { jsonResponse, type Route } from '@finflow/shared/http/route';
import { viewerHeader, type ViewerVerifier } from '@finflow/shared/signed-viewer';

export type VerifyRouteOptions = {
  /** Knows the gateway's signature: nobody else is answered. */
  readonly verifyViewer: ViewerVerifier;
  /** Null for a key that isn't good. */
  readonly verify: (hash: string) => Promise<VerifiedApiKey | null>;
};

const hashShape = /^[0-9a-f]{64}$/;

/** POST /api-keys/verify: what a key may do, by its hash. The world can't reach it, and only the gateway's signature opens it. */
export const verifyApiKeyRoute = ({ verifyViewer, verify }: VerifyRouteOptions): Route => ({
  method: 'POST',
  path: apiKeyPath,
  handle: async ({ headers, body }) => {
    const signer = await verifyViewer(headers[viewerHeader] ?? '');
    if (signer === null) return failure(401, 'UNAUTHENTICATED');
    const hash = readJsonObject(body)?.['hash'];
    if (typeof hash !== 'string' || !hashShape.test(hash)) return failure(400, 'BAD_REQUEST');
    const verified = await verify(hash);
    return verified ? jsonResponse(200, verified) : failure(404, 'NOT_FOUND');
  },
});

const failure = (status: number, code: string) => jsonResponse(status, { error: { code } });
