import { openPgLog } from '../src/bus/pg-log/pg-log.ts';
import { createTestDatabase } from '../src/testing/postgres.ts';
import { describeBus } from './support/bus-contract.ts';

describeBus('pg-log', {
  openStore: async () => {
    const database = await createTestDatabase('events');
    return {
      openLog: () => openPgLog({ url: database.ownerUrl }),
      config: JSON.stringify({ kind: 'pg-log', url: database.ownerUrl }),
      close: () => database.close(),
    };
  },
});
