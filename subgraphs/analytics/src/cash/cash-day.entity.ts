import { defineEntity, p, PrimaryKeyProp } from '@mikro-orm/core';

/** Cash that came in and went out on one business day: the sum of that day's cash entries. Minor units, never negative. */
export const CashDaySchema = defineEntity({
  name: 'CashDay',
  properties: {
    organizationId: p.uuid().primary(),
    currency: p.string().length(3).primary(),
    date: p.date().primary(),
    inMinor: p.decimal('string').precision(38).scale(0),
    outMinor: p.decimal('string').precision(38).scale(0),
    receivedMinor: p.decimal('string').precision(38).scale(0),
  },
});

export class CashDay extends CashDaySchema.class {
  override [PrimaryKeyProp]?: ['organizationId', 'currency', 'date'];
}
CashDaySchema.setClass(CashDay);
