import { defineEntity, p } from '@mikro-orm/core';

/** The last training of the organization's model failed. There until one doesn't: the next try comes later than usual, and people are told. */
export const CategoryTrainingFailureSchema = defineEntity({
  name: 'CategoryTrainingFailure',
  properties: {
    organizationId: p.uuid().primary(),
    failedAt: p.datetime(3),
  },
});

export class CategoryTrainingFailure extends CategoryTrainingFailureSchema.class {}
CategoryTrainingFailureSchema.setClass(CategoryTrainingFailure);
