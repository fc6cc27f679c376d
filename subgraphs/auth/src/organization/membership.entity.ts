import { defineEntity, p } from '@mikro-orm/core';
import type { Role } from '@finflow/shared/viewer';
import { UserSchema } from '../user/user.entity.ts';
import { OrganizationSchema } from './organization.entity.ts';

export const MembershipSchema = defineEntity({
  name: 'Membership',
  uniques: [{ properties: ['organizationId', 'userId'] }],
  properties: {
    id: p.uuid().primary(),
    organizationId: () =>
      p
        .manyToOne(OrganizationSchema)
        .mapToPk()
        .fieldName('organization_id')
        .deleteRule('cascade')
        .index(false),
    userId: () => p.manyToOne(UserSchema).mapToPk().fieldName('user_id').index(),
    role: p.string().$type<Role>().length(16),
    createdAt: p.datetime(3),
  },
});

/** What a user is in an organization. */
export class Membership extends MembershipSchema.class {}
MembershipSchema.setClass(Membership);
