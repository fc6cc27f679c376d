import { defineEntity, p } from '@mikro-orm/core';

/** What analytics knows of an organization, by its events. The application's role can't change it. */
export const OrganizationSchema = defineEntity({
  name: 'Organization',
  properties: {
    organizationId: p.uuid().primary(),
    name: p.text(),
    baseCurrency: p.string().length(3),
    /** Only a sample company may be deleted. */
    isDemo: p.boolean(),
  },
});

export class Organization extends OrganizationSchema.class {}
OrganizationSchema.setClass(Organization);
