import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Organization } from '../organization/organization.entity.ts';
import { type ForecastRecord, recordOf } from './forecast-record.ts';
import { taskOf } from './forecast.service.ts';
import type { Outlook, PastForecast } from './outlook.ts';
import type { ForecastThreads } from './worker/forecast-threads.ts';

/**
 * How forecasts of this kind turned out in the newest periods that are over; null with too little past.
 * @throws WorkerFault when no thread can answer
 */
export async function forecastRecord(
  em: SqlEntityManager,
  { target, grain, asOf }: Outlook,
  threads: ForecastThreads,
): Promise<ForecastRecord | null> {
  const [organization] = await em.find(Organization, {}, { limit: 1 });
  if (!organization) return null;
  const question = { target, grain, horizon: 1, scenarios: [] };
  const task = await taskOf(em, question, organization, asOf);
  const remade = task ? await threads.pastForecasts(task) : [];
  const published =
    target === 'CASH_FLOW' && grain === 'MONTH' ? await readPublished(em, remade) : [];
  return recordOf(remade, published);
}

type Published = Omit<PastForecast, 'actual'>;

/** What was published of these periods: of each the last forecast that was made before it began. */
async function readPublished(
  em: SqlEntityManager,
  periods: readonly PastForecast[],
): Promise<Published[]> {
  return em.execute<Published[]>(publishedOf, [`{${periods.map(({ end }) => end).join(',')}}`]);
}

const publishedOf = `
  select distinct on (point ->> 'end') outlook ->> 'asOf' as "asOf", point ->> 'start' as start,
    point ->> 'end' as end, point ->> 'median' as median,
    range ->> 'low' as low, range ->> 'high' as high
  from forecast, jsonb_array_elements(outlook -> 'points') as point,
    jsonb_array_elements(point -> 'intervals') as range
  where (range ->> 'percent')::int = 80 and point ->> 'end' = any(?::text[])
    and outlook ->> 'asOf' < point ->> 'start'
  order by point ->> 'end', outlook ->> 'asOf' desc, made_at desc`;
