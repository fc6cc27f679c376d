import { defineEntity, p, PrimaryKeyProp } from '@mikro-orm/core';

/** One journal entry's effect on cash. Its key makes an entry count once, however often the log is replayed. */
export const CashEntrySchema = defineEntity({
  name: 'CashEntry',
  properties: {
    organizationId: p.uuid().primary(),
    entryId: p.uuid().primary(),
    currency: p.string().length(3).primary(),
    date: p.date(),
    /** Minor units; above zero came in, below zero went out. */
    netMinor: p.decimal('string').precision(38).scale(0),
    /** The part that customers paid on what they owed. */
    receivedMinor: p.decimal('string').precision(38).scale(0),
  },
});

export class CashEntry extends CashEntrySchema.class {
  override [PrimaryKeyProp]?: ['organizationId', 'entryId', 'currency'];
}
CashEntrySchema.setClass(CashEntry);
