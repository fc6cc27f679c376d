import { apiKeyPath } from '@finflow/shared/api-key';
import { createSubgraph, type BaseContext, type Subgraph } from '@finflow/shared/graphql/subgraph';
import { scalarResolvers } from '@finflow/shared/graphql/scalars';
import { jsonResponse, type Route } from '@finflow/shared/http/route';
import { organizationOf, type Viewer } from '@finflow/shared/viewer';
import type { KeyObject } from 'node:crypto';
import type { JSONWebKeySet } from 'jose';
import type { Books } from './books.ts';
import { schemas, type SubgraphName } from './schemas.ts';

type Ref = { readonly id: string };
type Resolvers = Parameters<typeof createSubgraph<BaseContext>>[0]['resolvers'];

/** The small world's four subgraphs, over one set of books. */
export async function createSubgraphs(
  books: Books,
  verifyKeys: readonly KeyObject[],
  jwks: () => JSONWebKeySet,
): Promise<Readonly<Record<SubgraphName, Subgraph>>> {
  const start = (name: SubgraphName, resolvers: Resolvers, routes: readonly Route[] = []) =>
    createSubgraph<BaseContext>({
      name,
      typeDefs: schemas[name],
      resolvers,
      routes,
      verifyKeys,
      context: (base) => {
        books.headers.push({ subgraph: name, headers: base.headers });
        return base;
      },
    });
  const [auth, payments, accounting, analytics] = await Promise.all([
    start('auth', authResolvers, [
      {
        method: 'GET',
        path: '/.well-known/jwks.json',
        handle: async () => jsonResponse(200, jwks()),
      },
      {
        method: 'POST',
        path: apiKeyPath,
        handle: async ({ body, headers }) => {
          books.headers.push({ subgraph: 'auth', headers });
          const { hash } = JSON.parse(body.toString());
          const known = books.apiKeys.get(hash);
          return known ? jsonResponse(200, known) : jsonResponse(404, {});
        },
      },
    ]),
    start('payments', paymentsResolvers(books), [
      {
        method: 'POST',
        path: '/webhooks/stripe',
        handle: async ({ body, headers }) =>
          jsonResponse(200, { body: body.toString('hex'), headers }),
      },
    ]),
    start('accounting', accountingResolvers(books)),
    start('analytics', {
      Query: { forecast: () => [...books.forecasts.values()].at(-1) },
      Forecast: { __resolveReference: async ({ id }: Ref) => books.forecasts.get(id) },
      Anomaly: { __resolveReference: async ({ id }: Ref) => books.anomalies.get(id) },
      Transaction: { __resolveReference: async ({ id }: Ref) => books.transactions.get(id) },
    }),
  ]);
  return { auth, payments, accounting, analytics };
}

const authResolvers: Resolvers = {
  Forecast: {
    __resolveReference: async ({ id }: Ref) => ({ id }),
    askedBy: (_: unknown, __: unknown, { viewer }: BaseContext) => viewer,
  },
  Query: { me: (_: unknown, __: unknown, { viewer }: BaseContext) => viewer },
  Mutation: {
    refresh: (_: unknown, __: unknown, { headers, setCookie }: BaseContext) => {
      setCookie('finflow_refresh=next; HttpOnly; SameSite=Strict; Path=/graphql');
      return headers['x-finflow-refresh-token'] ?? 'none';
    },
  },
};

/** Null for what the caller may not see, as the real subgraphs do by row-level security. */
function visible<T extends { readonly invoiceId: string }>(books: Books, viewer: Viewer, row?: T) {
  if (!row || organizationOf(viewer) !== books.organizationId) return null;
  return viewer.kind === 'payer' && viewer.invoiceId !== row.invoiceId ? null : row;
}

const paymentsResolvers = (books: Books): Resolvers => ({
  Upload: scalarResolvers.Upload,
  Query: {
    hello: () => 'hello',
    boom: () => {
      throw new Error('select secret from vault');
    },
    payment: (_: unknown, { id }: Ref, { viewer }: BaseContext) =>
      visible(books, viewer, books.payments.get(id)),
    payments: () => [...books.payments.values()],
  },
  Mutation: {
    attach: (_: unknown, { file }: { file: { fileName: string } }) => {
      books.uploads.push(file);
      return file.fileName;
    },
  },
  Payment: {
    __resolveReference: async ({ id }: Ref, { viewer }: BaseContext) =>
      visible(books, viewer, books.payments.get(id)),
    invoice: ({ invoiceId }: { invoiceId: string }) => ({ id: invoiceId }),
  },
});

const accountingResolvers = (books: Books): Resolvers => ({
  Query: { invoice: (_: unknown, { id }: Ref) => ({ id }) },
  Invoice: {
    __resolveReference: async ({ id }: Ref, { viewer }: BaseContext) => {
      if (books.fault) throw books.fault;
      return visible(books, viewer, { id, invoiceId: id });
    },
    total: () => '10.00',
    customerName: () => 'Ada',
  },
  JournalEntry: {
    __resolveReference: async ({ id }: Ref) => {
      await books.gate;
      return books.entries.get(id);
    },
  },
  Payment: {
    __resolveReference: async ({ id }: Ref) => ({ id }),
    journalEntries: async ({ id }: Ref) => {
      await books.gate;
      return [...books.entries.values()].filter(({ paymentId }) => paymentId === id);
    },
  },
});
