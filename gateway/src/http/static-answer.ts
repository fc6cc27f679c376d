import { readFile, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { HttpResponse } from '@finflow/shared/http/route';
import { headerOf, type Answer, type Incoming } from './answer.ts';
import { createCompressionCache } from './compress.ts';
import { contentTypeOf } from './content-types.ts';

const cacheBytes = 32 * 1024 * 1024;
const oneYear = 31_536_000;

/**
 * Serves the built web app. An address that is no file and looks like a page gets index.html, where the app's own router finds the
 * page. Files under /assets/ have their hash in their name and never change; the rest is asked for again by its etag.
 */
export function createStaticAnswer(webRoot: string): Answer {
  const root = resolve(webRoot);
  const compress = createCompressionCache(cacheBytes);
  return async (incoming) => {
    if (incoming.message.method !== 'GET' && incoming.message.method !== 'HEAD') return null;
    const path = safePath(incoming.url.pathname);
    if (path === null) return null;
    const found =
      (await readFound(root, path)) ?? (wantsPage(incoming) ? await readFound(root, '/') : null);
    if (!found) return null;
    if (headerOf(incoming, 'if-none-match') === found.headers['etag']) {
      return { status: 304, headers: found.headers, body: '' };
    }
    return compress(found, headerOf(incoming, 'accept-encoding'));
  };
}

/** The decoded path; null when it could lead out of the folder or to a hidden file. */
function safePath(pathname: string): string | null {
  try {
    const path = decodeURIComponent(pathname);
    const isHidden = path.split(/[/\\]/).some((segment) => segment.startsWith('.'));
    return isHidden || path.includes('\0') || path.includes('\\') ? null : path;
  } catch {
    return null; // Not a percent-encoding: no file is called so.
  }
}

/** Only for a page does a browser ask for text/html. The path can't tell: a payment link's token has a dot. */
const wantsPage = (incoming: Incoming): boolean =>
  !incoming.url.pathname.startsWith('/assets/') &&
  (headerOf(incoming, 'accept') ?? '').includes('text/html');

async function readFound(root: string, path: string): Promise<HttpResponse | null> {
  const file = join(root, path.endsWith('/') ? `${path}index.html` : path);
  if (!file.startsWith(root + sep)) return null;
  const info = await stat(file).catch(ignoreAbsent);
  if (!info?.isFile()) return null;
  const isImmutable = path.startsWith('/assets/');
  return {
    status: 200,
    headers: {
      'content-type': contentTypeOf(file),
      etag: `"${path.length}-${info.size.toString(36)}-${info.mtimeMs.toString(36)}"`,
      'cache-control': isImmutable ? `public, max-age=${oneYear}, immutable` : 'no-cache',
      vary: 'Accept-Encoding',
    },
    body: await readFile(file),
  };
}

function ignoreAbsent(error: NodeJS.ErrnoException): null {
  if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(error.code ?? '')) return null;
  throw error;
}
