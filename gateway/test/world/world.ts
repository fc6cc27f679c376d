import { composeServices } from '@apollo/composition';
import { serveSubgraph } from '@finflow/shared/graphql/serve-subgraph';
import { newViewerKeys, readSigningKey, readVerifyKey } from '@finflow/shared/signed-viewer';
import { paymentLinkToken } from '@finflow/shared/payment-link';
import type { VerifiedApiKey } from '@finflow/shared/api-key';
import { parse } from 'graphql';
import { readFileSync } from 'node:fs';
import { createGateway, type GatewayOptions } from '../../src/gateway.ts';
import { inProcess } from '../../src/transports/in-process.ts';
import type { SubgraphTransport } from '../../src/transports/subgraph-transport.ts';
import { overHttp } from '../../src/transports/over-http.ts';
import { createAccessTokenVerifier } from '../../src/viewer/access-token-keys.ts';
import { issueApiKey } from './api-keys.ts';
import { createBooks } from './books.ts';
import { createMemoryBus } from './memory-bus.ts';
import { schemas } from './schemas.ts';
import { createSubgraphs } from './subgraphs.ts';
import { createTokens, type TokenOptions } from './tokens.ts';

export type WorldOptions = Partial<GatewayOptions> & {
  readonly transport?: 'in-process' | 'http';
  /** Instead of the ways to the world's own subgraphs. */
  readonly replaced?: Readonly<Record<string, SubgraphTransport>>;
};

const paymentLinkSecret = 'a secret of the small world, long enough';

/** The small world behind a real gateway on a free port. */
export async function startWorld({
  transport = 'in-process',
  replaced = {},
  ...options
}: WorldOptions = {}) {
  const books = createBooks();
  const tokens = await createTokens();
  const keys = newViewerKeys();
  const bus = createMemoryBus();
  const subgraphs = await createSubgraphs(books, [readVerifyKey(keys.verifyKey)], tokens.jwks);
  const servers =
    transport === 'http'
      ? await Promise.all(Object.values(subgraphs).map((subgraph) => serveSubgraph(subgraph, 0)))
      : [];
  const transports = Object.fromEntries(
    Object.entries(subgraphs).map(([name, subgraph], index) => {
      const server = servers[index];
      return [name, server ? overHttp(`http://127.0.0.1:${server.port}`) : inProcess(subgraph)];
    }),
  );
  const auth = transports['auth'];
  if (!auth) throw new Error('the small world has an auth subgraph');
  const gateway = await createGateway({
    supergraphSdl: smallSupergraph(),
    transports: { ...transports, ...replaced },
    verifyAccessToken: createAccessTokenVerifier(auth),
    signingKey: readSigningKey(keys.signingKey),
    paymentLinkSecret,
    publicUrl: 'http://localhost:4000',
    bus,
    ...options,
  });
  const { port } = await gateway.listen({ port: 0, host: '127.0.0.1' });
  const close = async () => {
    await gateway.close();
    await Promise.all(servers.map((server) => server.close()));
    await Promise.all(Object.values(subgraphs).map((subgraph) => subgraph.close()));
  };
  return {
    books,
    bus,
    tokens,
    gateway,
    port,
    close,
    transports,
    verifyKeys: [readVerifyKey(keys.verifyKey)],
    origin: `http://127.0.0.1:${port}`,
    /** `Bearer <token>` of somebody of the books' organization. */
    bearer: async (token: Partial<TokenOptions> = {}) =>
      `Bearer ${await tokens.sign({ organizationId: books.organizationId, ...token })}`,
    /** `Bearer ffk_...` of a program of the books' organization. */
    apiKey: (key: Partial<VerifiedApiKey> = {}) => `Bearer ${issueApiKey(books, key)}`,
    payLink: (invoiceId = books.invoiceId) =>
      `PayLink ${paymentLinkToken({ organizationId: books.organizationId, invoiceId }, paymentLinkSecret)}`,
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;

/** The small world's supergraph, or what it becomes when subgraphs change or others come. */
export function smallSupergraph(changed: Readonly<Record<string, string>> = {}): string {
  const events = readFileSync(`${import.meta.dirname}/../../events.graphql`, 'utf8');
  const services = Object.entries({ ...schemas, ...changed, events }).map(([name, sdl]) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

export type Asked = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; extensions: { code: string } }[];
  };
};

/** Sends a GraphQL request as a client does. */
export async function ask(
  world: World,
  query: string,
  {
    authorization = '',
    variables = {},
    headers = {},
  }: {
    readonly authorization?: string;
    readonly variables?: Record<string, unknown>;
    readonly headers?: Record<string, string>;
  } = {},
): Promise<Asked> {
  const response = await fetch(`${world.origin}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(authorization && { authorization }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Asked['body'],
  };
}

export const codesOf = ({ body }: Asked): string[] =>
  (body.errors ?? []).map(({ extensions }) => extensions.code);
