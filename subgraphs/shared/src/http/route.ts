/** A request, whole: bodies are limited by whoever reads them in. */
export type HttpRequest = {
  readonly method: string;
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** As it came: signatures are checked on these very bytes. */
  readonly body: Buffer;
  readonly remoteAddress: string;
};

export type HttpResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
};

/**
 * A body that comes in parts, each sent as soon as it is there. When the reader is gone, `return` of its iterator is called: it must
 * end the iteration also while the next part is waited for.
 */
export type StreamedBody = AsyncIterable<string | Buffer>;

export type StreamedResponse = Omit<HttpResponse, 'body'> & { readonly body: StreamedBody };

/** True when the body comes in parts. */
export const isStreamed = (
  response: HttpResponse | StreamedResponse,
): response is StreamedResponse =>
  typeof response.body === 'object' && Symbol.asyncIterator in response.body;

/** An address beside GraphQL. A path that ends in `*` stands for all that begins like it. */
export type Route = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handle: (request: HttpRequest) => Promise<HttpResponse>;
};

export const findRoute = (
  routes: readonly Route[],
  method: string,
  path: string,
): Route | undefined =>
  routes.find(
    (route) =>
      route.method === method &&
      (route.path.endsWith('*') ? path.startsWith(route.path.slice(0, -1)) : route.path === path),
  );

export const jsonResponse = (status: number, value: unknown): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});

export const textResponse = (status: number, body: string): HttpResponse => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});
