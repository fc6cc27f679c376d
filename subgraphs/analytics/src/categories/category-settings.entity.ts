import { defineEntity, p } from '@mikro-orm/core';

/** How an organization wants to be asked, and the number of its latest decision. There once something was decided. */
export const CategorySettingsSchema = defineEntity({
  name: 'CategorySettings',
  properties: {
    organizationId: p.uuid().primary(),
    /** From this confidence on a category is taken without asking: 0.5 to 1. */
    threshold: p.double(),
    thresholdRevision: p.integer(),
    /** The number of the organization's latest decision. */
    decisionCount: p.integer(),
  },
});

export class CategorySettings extends CategorySettingsSchema.class {}
CategorySettingsSchema.setClass(CategorySettings);

/** Until an organization says otherwise. One in ten wrong is what a reader of the books still notices and mends. */
export const defaultThreshold = 0.9;
