import { defineEntity, p, PrimaryKeyProp } from '@mikro-orm/core';

/** What cash came in or went out for: an entry that moves cash, by the accounts that stand against it. */
export const CashItemSchema = defineEntity({
  name: 'CashItem',
  properties: {
    organizationId: p.uuid().primary(),
    entryId: p.uuid().primary(),
    /** The account on the other side, such as 6000 for rent. */
    code: p.text().primary(),
    currency: p.string().length(3).primary(),
    date: p.date(),
    /** Minor units; above zero came in, below zero went out. */
    amountMinor: p.decimal('string').precision(38).scale(0),
    /** The entry's description. */
    purpose: p.text().nullable(),
    invoiceId: p.uuid().nullable(),
  },
  indexes: [{ properties: ['organizationId', 'date'] }],
});

export class CashItem extends CashItemSchema.class {
  override [PrimaryKeyProp]?: ['organizationId', 'entryId', 'code', 'currency'];
}
CashItemSchema.setClass(CashItem);
