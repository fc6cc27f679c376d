import { utc } from '@finflow/shared/time-zone';
import { defineEntity, p } from '@mikro-orm/core';

/** What accounting knows of an organization: from organization_created. Only its owner's connection may change it. */
export const OrganizationSchema = defineEntity({
  name: 'Organization',
  properties: {
    organizationId: p.uuid().primary(),
    name: p.string().length(200),
    baseCurrency: p.string().length(3),
    /** What its clocks show, of the IANA database: by it a day begins and ends. */
    timeZone: p.string().length(64).default(utc),
    isDemo: p.boolean(),
    /** How many invoices were issued: the last one's number. Kept by the database. */
    invoiceCount: p.integer().default(0),
    createdAt: p.datetime(3),
  },
});

export class Organization extends OrganizationSchema.class {}
OrganizationSchema.setClass(Organization);
