import { defineEntity, p } from '@mikro-orm/core';

/** At most one row: the read model is to be made anew before analytics listens again. It stays until that is done. */
export const RebuildWantedSchema = defineEntity({
  name: 'RebuildWanted',
  properties: {
    id: p.smallint().primary(),
  },
});

export class RebuildWanted extends RebuildWantedSchema.class {}
RebuildWantedSchema.setClass(RebuildWanted);
