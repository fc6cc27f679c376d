import { utc } from '@finflow/shared/time-zone';
import { defineEntity, p } from '@mikro-orm/core';

export const OrganizationSchema = defineEntity({
  name: 'Organization',
  properties: {
    organizationId: p.uuid().primary(),
    name: p.string().length(500),
    /** What its clocks show, of the IANA database: events are dated by it. */
    timeZone: p.string().length(64).default(utc),
    /** A sample company may be deleted as a whole; it is decided at birth. */
    isDemo: p.boolean(),
  },
});

/** What payments knows of an organization. Auth owns it and tells by events. */
export class Organization extends OrganizationSchema.class {}
OrganizationSchema.setClass(Organization);
