import { utc } from '@finflow/shared/time-zone';
import { defineEntity, p } from '@mikro-orm/core';

/** What analytics knows of an organization, by its events. The application's role can't change it. */
export const OrganizationSchema = defineEntity({
  name: 'Organization',
  properties: {
    organizationId: p.uuid().primary(),
    name: p.text(),
    baseCurrency: p.string().length(3),
    /** Whose bank holidays it keeps, ISO 3166-1 alpha-2; null where nobody has said. */
    country: p.string().length(2).nullable(),
    /** What its clocks show, of the IANA database. */
    timeZone: p.string().length(64).default(utc),
    /** Only a sample company may be deleted. */
    isDemo: p.boolean(),
  },
});

export class Organization extends OrganizationSchema.class {}
OrganizationSchema.setClass(Organization);
