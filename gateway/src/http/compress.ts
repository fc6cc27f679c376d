import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { HttpResponse } from '@finflow/shared/http/route';

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** Smaller answers gain nothing; sessions (whose tokens are secret) stay under it and are never compressed. */
const minBytes = 1400;
const compressible = /^(?:text\/|application\/(?:json|graphql|javascript|manifest)|image\/svg)/;

/** The answer compressed as the client accepts it, when that pays. */
export async function compress(
  response: HttpResponse,
  acceptEncoding: string | undefined,
): Promise<HttpResponse> {
  const { headers, body } = response;
  const type = String(headers['content-type'] ?? '');
  if (headers['content-encoding'] !== undefined || !compressible.test(type)) return response;
  const encoding = chooseEncoding(acceptEncoding);
  if (!encoding || Buffer.byteLength(body) < minBytes) return vary(response);
  const compressed =
    encoding === 'br'
      ? await toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
      : await toGzip(body);
  const encoded = { ...response, body: compressed };
  return vary({ ...encoded, headers: { ...headers, 'content-encoding': encoding } });
}

/** The best encoding that the client names and does not refuse. */
export function chooseEncoding(acceptEncoding = ''): 'br' | 'gzip' | null {
  const accepted = acceptEncoding
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(?:\.0+)?$/.test(part))
    .map((part) => part.split(';')[0]?.trim());
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : null;
}

const vary = (response: HttpResponse): HttpResponse => ({
  ...response,
  headers: { ...response.headers, vary: 'Accept-Encoding' },
});
