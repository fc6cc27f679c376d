import { defineEntity, p, PrimaryKeyProp } from '@mikro-orm/core';

export const accountTypes = ['ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE'] as const;
export type AccountType = (typeof accountTypes)[number];

/** What one journal entry does to one account. Its key makes an entry count once, however often the log is replayed. */
export const AccountEntrySchema = defineEntity({
  name: 'AccountEntry',
  properties: {
    organizationId: p.uuid().primary(),
    entryId: p.uuid().primary(),
    /** A bookkeeper's number, such as 1100. */
    code: p.text().primary(),
    currency: p.string().length(3).primary(),
    type: p.enum(accountTypes),
    date: p.date(),
    /** Sums of the entry's lines on this side, minor units. */
    debitMinor: p.decimal('string').precision(38).scale(0),
    creditMinor: p.decimal('string').precision(38).scale(0),
  },
});

export class AccountEntry extends AccountEntrySchema.class {
  override [PrimaryKeyProp]?: ['organizationId', 'entryId', 'code', 'currency'];
}
AccountEntrySchema.setClass(AccountEntry);
