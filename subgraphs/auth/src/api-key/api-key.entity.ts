import { defineEntity, p } from '@mikro-orm/core';
import { addDays, type LocalDate } from '@finflow/shared/local-date';
import { OrganizationSchema } from '../organization/organization.entity.ts';
import { UserSchema } from '../user/user.entity.ts';

export type ApiKeyState = 'ACTIVE' | 'EXPIRED' | 'REVOKED';

export const ApiKeySchema = defineEntity({
  name: 'ApiKey',
  indexes: [{ properties: ['organizationId', 'createdAt', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    organizationId: () =>
      p
        .manyToOne(OrganizationSchema)
        .mapToPk()
        .fieldName('organization_id')
        .deleteRule('cascade')
        .index(false),
    name: p.string().length(80),
    /** The beginning of the key's text, by which people recognise it: `ffk_` and eight characters. */
    prefix: p.string().length(12),
    /** SHA-256 of the key's text, in hex: who reads the table holds no key. */
    hash: p.string().length(64).unique(),
    scopes: p.array(),
    createdBy: () => p.manyToOne(UserSchema).mapToPk().fieldName('created_by').index(false),
    createdAt: p.datetime(3),
    /** The last day on which it is good, in UTC. */
    expiresOn: p.date().strictNullable(),
    /** The last day on which it was used, in UTC. Written once a day, however often that is. */
    lastUsedOn: p.date().strictNullable(),
    revokedAt: p.datetime(3).strictNullable(),
  },
});

/** By which a program acts for an organization. Its text is shown once, when it is made. */
export class ApiKey extends ApiKeySchema.class {
  stateAt(today: LocalDate): ApiKeyState {
    if (this.revokedAt !== null) return 'REVOKED';
    return this.expiresOn !== null && this.expiresOn < today ? 'EXPIRED' : 'ACTIVE';
  }

  /** The first instant at which it is no longer good; null when it has no end. */
  endsAt(): string | null {
    return this.expiresOn === null ? null : `${addDays(this.expiresOn, 1)}T00:00:00.000Z`;
  }
}
ApiKeySchema.setClass(ApiKey);
