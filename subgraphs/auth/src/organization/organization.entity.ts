import { defineEntity, p } from '@mikro-orm/core';
import { utc } from '@finflow/shared/time-zone';
import { UserSchema } from '../user/user.entity.ts';

export const OrganizationSchema = defineEntity({
  name: 'Organization',
  properties: {
    id: p.uuid().primary(),
    name: p.string().length(120),
    baseCurrency: p.string().length(3),
    /** ISO 3166-1 alpha-2; null where nobody has said. */
    country: p.string().length(2).nullable(),
    /** Of the IANA database. */
    timeZone: p.string().length(64).default(utc),
    isDemo: p.boolean(),
    createdBy: () => p.manyToOne(UserSchema).mapToPk().fieldName('created_by'),
    createdAt: p.datetime(3),
  },
});

/** The tenant: it owns all business data. */
export class Organization extends OrganizationSchema.class {}
OrganizationSchema.setClass(Organization);
