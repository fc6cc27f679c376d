import { defineEntity, p } from '@mikro-orm/core';
import type { AccountType } from './chart-of-accounts.ts';

export const AccountSchema = defineEntity({
  name: 'Account',
  uniques: [{ properties: ['organizationId', 'code'] }],
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    code: p.string().length(10),
    name: p.string().length(100),
    type: p.string().length(10).$type<AccountType>(),
  },
});

export class Account extends AccountSchema.class {}
AccountSchema.setClass(Account);
