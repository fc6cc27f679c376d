import { readPage, toConnection } from '@finflow/shared/graphql/connection';
import { toLocalDate } from '@finflow/shared/local-date';
import { isRefusal } from '@finflow/shared/refusal';
import type {
  ApiKeyResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../__generated__/resolvers.ts';
import type { ApiKey as ApiKeyRow } from './api-key.entity.ts';
import {
  countApiKeys,
  createApiKey as makeKey,
  listApiKeys,
  revokeApiKey as endKey,
} from './api-key.service.ts';

export const apiKeys: Required<QueryResolvers>['apiKeys'] = async (_root, args, { room }) => {
  const page = readPage(args, ['instant', 'id']);
  const [rows, totalCount] = await Promise.all([listApiKeys(page, room), countApiKeys(room)]);
  return { ...toConnection(rows, page, sortKeyOf), totalCount };
};

export const createApiKey: Required<MutationResolvers>['createApiKey'] = async (
  _root,
  { input: { name, scopes, expiresOn = null } },
  { room },
) => {
  const result = await makeKey({ name, scopes, expiresOn }, room);
  return isRefusal(result) ? result : { __typename: 'ApiKeyCreated', ...result };
};

export const revokeApiKey: Required<MutationResolvers>['revokeApiKey'] = async (
  _root,
  { input },
  { room },
) => {
  const result = await endKey(input.apiKeyId, room);
  return isRefusal(result) ? result : { __typename: 'ApiKeyRevoked', apiKey: result };
};

export const ApiKey: ApiKeyResolvers = {
  state: (apiKey, _args, { room }) => apiKey.stateAt(toLocalDate(room.clock.now())),
  createdBy: ({ createdBy }, _args, { loaders }) => loaders.users.load(createdBy),
};

const sortKeyOf = ({ createdAt, id }: ApiKeyRow): string[] => [createdAt.toISOString(), id];
