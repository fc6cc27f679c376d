import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError } from './api/api-error.ts';

const MAX_BODY_BYTES = 1_000_000;

/** One request with its body read. */
export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly body: string;
  readonly header: (name: string) => string | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Throws ApiError 413 on a body over a million bytes. */
export async function readRequest(message: IncomingMessage, origin: string): Promise<HttpRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_BODY_BYTES) {
      throw new ApiError(413, { type: 'invalid_request_error', message: 'Request is too large.' });
    }
    chunks.push(bytes);
  }
  return {
    method: message.method ?? 'GET',
    url: new URL(message.url ?? '/', origin),
    body: Buffer.concat(chunks).toString('utf8'),
    header: (name) => {
      const value = message.headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
  };
}

export const json = (
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  body: `${JSON.stringify(body, null, 2)}\n`,
});

export function sendAnswer(response: ServerResponse, { status, headers, body }: HttpAnswer): void {
  response.writeHead(status, headers);
  response.end(body);
}
