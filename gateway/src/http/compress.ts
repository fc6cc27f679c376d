import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { HttpResponse } from '@finflow/shared/http/route';
import { LRUCache } from 'lru-cache';

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** Smaller answers gain nothing; sessions (whose tokens are secret) stay under it and are never compressed. */
const minBytes = 1400;
const compressible =
  /^(?:text\/|application\/(?:json|graphql|javascript|manifest)|image\/svg|font\/ttf)/;

/** Compresses an answer as the client accepts it, when that pays. */
export type Compress = (
  response: HttpResponse,
  acceptEncoding: string | undefined,
) => Promise<HttpResponse>;

export const compress: Compress = async (response, acceptEncoding) => {
  const encoding = encodingFor(response, acceptEncoding);
  return encoding ? encoded(response, encoding, await encode(response.body, encoding)) : response;
};

/** Compresses answers that carry an etag once, and remembers what came out, up to `maxBytes` in all. */
export function createCompressionCache(maxBytes: number): Compress {
  const known = new LRUCache<string, Buffer>({
    maxSize: maxBytes,
    sizeCalculation: ({ length }) => length + 1,
  });
  return async (response, acceptEncoding) => {
    const { etag } = response.headers;
    const encoding = encodingFor(response, acceptEncoding);
    if (!encoding || typeof etag !== 'string') return response;
    const key = `${encoding} ${etag}`;
    const body = known.get(key) ?? (await encode(response.body, encoding));
    known.set(key, body);
    return encoded(response, encoding, body);
  };
}

type Encoding = 'br' | 'gzip';

/** The best encoding that the client names and does not refuse. */
function chooseEncoding(acceptEncoding = ''): Encoding | null {
  const accepted = acceptEncoding
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(?:\.0+)?$/.test(part))
    .map((part) => part.split(';')[0]?.trim());
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : null;
}

function encodingFor({ headers, body }: HttpResponse, acceptEncoding: string | undefined) {
  const type = String(headers['content-type'] ?? '');
  const isPlain = headers['content-encoding'] === undefined && compressible.test(type);
  if (!isPlain || Buffer.byteLength(body) < minBytes) return null;
  return chooseEncoding(acceptEncoding);
}

const encode = (body: string | Buffer, encoding: Encoding): Promise<Buffer> =>
  encoding === 'br'
    ? toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    : toGzip(body);

const encoded = (response: HttpResponse, encoding: Encoding, body: Buffer): HttpResponse => ({
  ...response,
  headers: { ...response.headers, 'content-encoding': encoding, vary: 'Accept-Encoding' },
  body,
});
