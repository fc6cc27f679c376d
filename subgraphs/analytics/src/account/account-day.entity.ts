import { defineEntity, p, PrimaryKeyProp } from '@mikro-orm/core';
import { accountTypes } from './account-entry.entity.ts';

/** What was booked on one account on one business day: the sum of that day's account entries. Minor units, never negative. */
export const AccountDaySchema = defineEntity({
  name: 'AccountDay',
  properties: {
    organizationId: p.uuid().primary(),
    currency: p.string().length(3).primary(),
    code: p.text().primary(),
    date: p.date().primary(),
    type: p.enum(accountTypes),
    debitMinor: p.decimal('string').precision(38).scale(0),
    creditMinor: p.decimal('string').precision(38).scale(0),
  },
});

export class AccountDay extends AccountDaySchema.class {
  override [PrimaryKeyProp]?: ['organizationId', 'currency', 'code', 'date'];
}
AccountDaySchema.setClass(AccountDay);
