import { isRefusal } from '@finflow/shared/refusal';
import type {
  MeResolvers,
  MutationResolvers,
  QueryResolvers,
  UserResolvers,
} from '../__generated__/resolvers.ts';
import { me as findMe, updateProfile as renameUser } from './user.service.ts';

export const me: Required<QueryResolvers>['me'] = (_root, _args, { room }) => findMe(room);

export const updateProfile: Required<MutationResolvers>['updateProfile'] = async (
  _root,
  { input },
  { room },
) => {
  const result = await renameUser(input, room);
  return isRefusal(result) ? result : { __typename: 'ProfileUpdated', user: result };
};

export const Me: MeResolvers = {
  organization: ({ organizationId }, _args, { loaders }) =>
    organizationId === null ? null : loaders.organizations.load(organizationId),
};

export const User: UserResolvers = {
  __resolveReference: async ({ id }, { loaders }) => loaders.users.load(id),
};
