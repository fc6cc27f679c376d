import { jsonResponse, type Route } from '@finflow/shared/http/route';
import type { SigningKeys } from './signing-keys.ts';

const cacheSeconds = 300; // A third of the time that a key is published before it signs.

/** GET /.well-known/jwks.json: the public keys by which anyone can verify an access token (RFC 7517). */
export const jwksRoute = (keys: SigningKeys): Route => ({
  method: 'GET',
  path: '/.well-known/jwks.json',
  handle: async () => {
    const response = jsonResponse(200, await keys.published());
    const caching = { 'cache-control': `public, max-age=${cacheSeconds}` };
    return { ...response, headers: { ...response.headers, ...caching } };
  },
});
