import { scalarResolvers } from '@finflow/shared/graphql/scalars';
import type { Resolvers } from './__generated__/resolvers.ts';
import {
  createOrganization,
  Membership,
  Organization,
  removeDemoOrganization,
  updateOrganization,
} from './organization/organization.resolvers.ts';
import { logIn, logOut, refreshSession, register } from './session/session.resolvers.ts';
import { Me, me, updateProfile, User } from './user/user.resolvers.ts';

const { CurrencyCode, DateTime } = scalarResolvers;

export const resolvers: Resolvers = {
  CurrencyCode,
  DateTime,
  Query: { me },
  Mutation: {
    register,
    logIn,
    refreshSession,
    logOut,
    createOrganization,
    updateOrganization,
    updateProfile,
    removeDemoOrganization,
  },
  Me,
  User,
  Organization,
  Membership,
};
