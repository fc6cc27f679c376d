import { expect, it } from '@jest/globals';
import { withClient } from '@finflow/shared/database/provision';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { newId } from '@finflow/shared/ids';
import { createTestDatabase } from '@finflow/shared/testing/postgres';
import { openDatabase } from '../src/database.ts';
import { newestForecast } from '../src/forecast/forecast.service.ts';
import { presentPoint } from '../src/forecast/present-outlook.ts';

const point = (month: string, median: string) => ({
  month,
  medianMinor: median,
  lowMinor: '900719925474099300',
  highMinor: '900719925474099999',
});

it('keeps the forecasts that were made before forecasts said more', async () => {
  const database = await createTestDatabase('analytics_before', {
    migrate: async (url) => {
      const owner = await openDatabase(url);
      await owner.migrator.up({ to: 'Migration20261122081700_account_day_guards' });
      await owner.close(true);
    },
  });
  const [id, organizationId] = [newId(), newId()];
  await withClient(database.ownerUrl, async (client) => {
    await client.query(
      `insert into cash_day (organization_id, currency, date, in_minor, out_minor, received_minor)
       values ($1, 'EUR', '2026-07-01', 700, 200, 0), ($1, 'EUR', '2026-07-16', 9, 0, 0)`,
      [organizationId],
    );
    await client.query(
      `insert into forecast (id, organization_id, method, currency, interval_percent, made_at, points)
       values ($1, $2, 'SEASONAL_BASELINE', 'EUR', 80, '2026-07-15T10:00:00Z', $3)`,
      [
        id,
        organizationId,
        JSON.stringify([point('2026-08-01', '900719925474099500'), point('2026-09-01', '600')]),
      ],
    );
  });
  const owner = await openDatabase(database.ownerUrl);
  await owner.migrator.up();
  await owner.close(true);
  const app = await openDatabase(database.appUrl);
  const kept = await inOrganization(organizationId, () => newestForecast(app.em.fork()));
  await app.close(true);
  await database.close();
  expect(kept).toMatchObject({ id, outlook: { asOf: '2026-07-15', method: 'SEASONAL_BASELINE' } });
  const [first, second] = kept?.outlook.points.map((one) => presentPoint(one, 'EUR')) ?? [];
  expect(first).toMatchObject({
    start: '2026-08-01',
    end: '2026-08-31',
    median: { minor: 900_719_925_474_099_500n },
    low: { minor: 900_719_925_474_099_300n },
    high: { minor: 900_719_925_474_099_999n },
    flow: { minor: 900_719_925_474_099_000n },
  });
  expect(second?.flow.minor).toBe(600n - 900_719_925_474_099_500n);
});
