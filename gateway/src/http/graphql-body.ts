import type { HttpResponse } from '@finflow/shared/http/route';
import type { Viewer } from '@finflow/shared/viewer';
import type { Limits } from '../limits/limits.ts';
import { graphqlRefusal, headerOf, type Incoming } from './answer.ts';
import { multipartOperation } from './multipart-operation.ts';
import { readBody } from '@finflow/shared/http/read-body';
import { readMultipart } from './read-multipart.ts';

/** The parsed request, or the answer that says why it isn't one. */
export type GraphqlBody = { readonly value: unknown } | { readonly refused: HttpResponse };

/**
 * Reads the body of a GraphQL request: JSON, or multipart with a file for a caller who has a right to something.
 * Refusals: BODY_TOO_LARGE and FILE_TOO_LARGE (413), UNAUTHENTICATED (401), BAD_REQUEST (400, of a compressed body 415) and
 * BATCH_NOT_ALLOWED (400).
 */
export async function readGraphqlBody(
  incoming: Incoming,
  viewer: Viewer,
  limits: Limits,
): Promise<GraphqlBody> {
  if (incoming.message.method !== 'POST') return { value: undefined };
  const encoding = headerOf(incoming, 'content-encoding') ?? 'identity';
  if (encoding.trim().toLowerCase() !== 'identity') {
    await readBody(incoming.message, 0);
    return refuse(415, 'BAD_REQUEST', 'Send the body as it is, not compressed.');
  }
  const contentType = headerOf(incoming, 'content-type') ?? '';
  return /^multipart\/form-data\b/i.test(contentType)
    ? readUpload(incoming, viewer, limits)
    : readJson(incoming, limits.maxBodyBytes);
}

async function readJson({ message }: Incoming, maxBytes: number): Promise<GraphqlBody> {
  const body = await readBody(message, maxBytes);
  if (!body) {
    return refuse(413, 'BODY_TOO_LARGE', `A request may have at most ${maxBytes} bytes.`);
  }
  try {
    const value: unknown = JSON.parse(body.toString());
    return Array.isArray(value)
      ? refuse(400, 'BATCH_NOT_ALLOWED', 'Send one operation a request, not a list of them.')
      : { value };
  } catch {
    return refuse(400, 'BAD_REQUEST', 'The body must be a GraphQL request in JSON.');
  }
}

/** Checked before a byte is kept: only callers who are known, and no form that a foreign page can send (CSRF). */
async function readUpload(
  incoming: Incoming,
  viewer: Viewer,
  { maxFileBytes, maxBodyBytes }: Limits,
): Promise<GraphqlBody> {
  const isForeign = headerOf(incoming, 'apollo-require-preflight') === undefined;
  if (isForeign || viewer.kind === 'anonymous') {
    await readBody(incoming.message, 0);
    return isForeign
      ? refuse(400, 'BAD_REQUEST', 'Uploads need the header apollo-require-preflight.')
      : refuse(401, 'UNAUTHENTICATED', 'Sign in to send a file.');
  }
  const parts = await readMultipart(incoming.message, maxFileBytes, maxBodyBytes);
  if (parts === 'FILE_TOO_LARGE') {
    const mebibytes = Math.floor(maxFileBytes / 1024 / 1024);
    return refuse(413, 'FILE_TOO_LARGE', `A file may have at most ${mebibytes} MiB.`);
  }
  const operation = parts === 'MALFORMED' ? null : multipartOperation(parts);
  return operation
    ? { value: operation }
    : refuse(400, 'BAD_REQUEST', 'The parts are not those of a GraphQL multipart request.');
}

const refuse = (status: number, code: string, message: string): GraphqlBody => ({
  refused: graphqlRefusal(status, code, message),
});
