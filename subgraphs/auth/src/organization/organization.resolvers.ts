import { isRefusal } from '@finflow/shared/refusal';
import type {
  MembershipResolvers,
  MutationResolvers,
  OrganizationResolvers,
} from '../__generated__/resolvers.ts';
import { presentSignIn } from '../session/session.resolvers.ts';
import { removeDemoOrganization as removeDemo } from './demo-organization.service.ts';
import {
  createOrganization as openOrganization,
  updateOrganization as changeOrganization,
} from './organization.service.ts';

export const createOrganization: Required<MutationResolvers>['createOrganization'] = async (
  _root,
  { input },
  context,
) => presentSignIn(await openOrganization(input, context.room), context);

export const updateOrganization: Required<MutationResolvers>['updateOrganization'] = async (
  _root,
  { input },
  { room },
) => {
  const result = await changeOrganization(input, room);
  return isRefusal(result) ? result : { __typename: 'OrganizationUpdated', organization: result };
};

export const removeDemoOrganization: Required<MutationResolvers>['removeDemoOrganization'] = async (
  _root,
  _args,
  { room },
) => {
  const result = await removeDemo(room);
  return isRefusal(result) ? result : { __typename: 'DemoOrganizationRemoved', ...result };
};

export const Organization: OrganizationResolvers = {
  __resolveReference: async ({ id }, { loaders }) => loaders.organizations.load(id),
};

export const Membership: MembershipResolvers = {
  organization: async ({ organizationId }, _args, { loaders }) => {
    const organization = await loaders.organizations.load(organizationId);
    if (!organization) throw new Error('A membership has its organization.');
    return organization;
  },
};
