import { defineEntity, p } from '@mikro-orm/core';
import { OrganizationSchema } from '../organization/organization.entity.ts';
import { UserSchema } from '../user/user.entity.ts';

export type RevocationReason = 'LOGGED_OUT' | 'TOKEN_REUSED';

export const SessionSchema = defineEntity({
  name: 'Session',
  properties: {
    id: p.uuid().primary(),
    userId: () => p.manyToOne(UserSchema).mapToPk().fieldName('user_id').index(),
    /** Where it acts. Null when the user belongs to no organization. */
    organizationId: () =>
      p
        .manyToOne(OrganizationSchema)
        .mapToPk()
        .fieldName('organization_id')
        .deleteRule('set null')
        .nullable()
        .index(),
    /** The browser's User-Agent, cut to 255 characters. */
    device: p.string().length(255),
    address: p.string().length(64),
    createdAt: p.datetime(3),
    lastUsedAt: p.datetime(3),
    /** The last refresh token's end; moves on at each rotation. */
    expiresAt: p.datetime(3),
    revokedAt: p.datetime(3).nullable(),
    revocationReason: p.string().$type<RevocationReason>().length(16).nullable(),
  },
});

/** One sign-in on one device: the family of refresh tokens that descend from it. */
export class Session extends SessionSchema.class {
  isLive(at: Date): boolean {
    return this.revokedAt === null && this.expiresAt > at;
  }

  /** Ends it; every refresh token of the family is dead from now on. */
  revoke(reason: RevocationReason, at: Date): void {
    this.revokedAt ??= at;
    this.revocationReason ??= reason;
  }
}
SessionSchema.setClass(Session);
