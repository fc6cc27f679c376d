import { defineEntity, p } from '@mikro-orm/core';

export const CustomerSchema = defineEntity({
  name: 'Customer',
  uniques: [{ properties: ['organizationId', 'reference'] }],
  indexes: [{ properties: ['organizationId', 'name', 'id'] }],
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    name: p.string().length(200),
    email: p.string().length(254).strictNullable(),
    address: p.string().length(1000).strictNullable(),
    /** What the customer is called in the file it was imported from. */
    reference: p.string().length(200).strictNullable(),
    createdAt: p.datetime(3),
  },
});

export class Customer extends CustomerSchema.class {}
CustomerSchema.setClass(Customer);
