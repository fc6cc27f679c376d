import { hashApiKey, apiKeyPath } from '@finflow/shared/api-key';
import { findRoute } from '@finflow/shared/http/route';
import type { Viewer } from '@finflow/shared/viewer';
import type { World } from './world.ts';

export type ApiKeyNode = {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly string[];
  readonly state: string;
  readonly createdBy: { readonly id: string } | null;
  readonly expiresOn: string | null;
  readonly lastUsedOn: string | null;
  readonly revokedAt: string | null;
};

const node = 'id name prefix scopes state createdBy { id } expiresOn lastUsedOn revokedAt';

type Created = {
  readonly __typename: string;
  readonly code?: string;
  readonly apiKey: ApiKeyNode;
  readonly secret: string;
};

/** Makes a key, or says why not. */
export async function createKey(
  world: World,
  viewer: Viewer,
  changes: Record<string, unknown> = {},
): Promise<Created> {
  const input = { name: 'Shop', scopes: ['invoices:read'], ...changes };
  const { data, errors } = await world.ask(
    `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { __typename
      ... on ApiKeyCreated { secret apiKey { ${node} } }
      ... on Refusal { code message field } } }`,
    { input },
    { viewer },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.createApiKey;
}

type Page = { readonly first?: number; readonly after?: string | null };
type Listed = {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: ApiKeyNode }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export async function listKeys(world: World, viewer: Viewer, page: Page = {}): Promise<Listed> {
  const { data, errors } = await world.ask(
    `query ($first: Int, $after: String) { apiKeys(first: $first, after: $after) { totalCount
      edges { node { ${node} } } pageInfo { hasNextPage endCursor } } }`,
    page,
    { viewer },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.apiKeys;
}

export async function revokeKey(world: World, viewer: Viewer, apiKeyId: string) {
  const { data, errors } = await world.ask(
    `mutation ($id: ID!) { revokeApiKey(input: { apiKeyId: $id }) { __typename
      ... on ApiKeyRevoked { apiKey { ${node} } } ... on Refusal { code } } }`,
    { id: apiKeyId },
    { viewer },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.revokeApiKey;
}

/** Asks about a key as the gateway does, or as somebody else with another signature. */
export async function askAboutKey(world: World, secret: string, signature?: string) {
  const route = findRoute(world.app.subgraph.routes, 'POST', apiKeyPath);
  if (!route) throw new Error('keys have a route');
  const response = await route.handle({
    method: 'POST',
    url: new URL(apiKeyPath, 'http://auth'),
    headers: { 'x-finflow-viewer': signature ?? (await world.signature()) },
    body: Buffer.from(JSON.stringify({ hash: hashApiKey(secret) })),
    remoteAddress: '',
  });
  return { status: response.status, body: JSON.parse(String(response.body)) };
}
