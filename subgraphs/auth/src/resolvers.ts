import { scalarResolvers } from '@finflow/shared/graphql/scalars';
import type { Resolvers } from './__generated__/resolvers.ts';
import { ApiKey, apiKeys, createApiKey, revokeApiKey } from './api-key/api-key.resolvers.ts';
import {
  createOrganization,
  Membership,
  Organization,
  removeDemoOrganization,
  updateOrganization,
} from './organization/organization.resolvers.ts';
import { logIn, logOut, refreshSession, register } from './session/session.resolvers.ts';
import { Me, me, updateProfile, User } from './user/user.resolvers.ts';

const { CurrencyCode, DateTime, LocalDate } = scalarResolvers;

export const resolvers: Resolvers = {
  CurrencyCode,
  DateTime,
  LocalDate,
  Query: { me, apiKeys },
  Mutation: {
    register,
    logIn,
    refreshSession,
    logOut,
    createOrganization,
    updateOrganization,
    updateProfile,
    removeDemoOrganization,
    createApiKey,
    revokeApiKey,
  },
  Me,
  User,
  Organization,
  Membership,
  ApiKey,
};
