import type { Clock } from '@finflow/shared/clock';
import { newEvent } from '@finflow/shared/events/envelope';
import { newId } from '@finflow/shared/ids';
import { startOfMonth, type LocalDate } from '@finflow/shared/local-date';
import { recordEvent } from '@finflow/shared/outbox/record-event';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { closeMonths, type MonthFlow } from '../cash/cash-months.ts';
import { cashFlowByMonth } from '../cash/cash.service.ts';
import { Organization } from '../organization/organization.entity.ts';
import { forecastCash, type ForecastPoint } from './forecast-cash.ts';
import { Forecast, type StoredPoint } from './forecast.entity.ts';
import { intervalPercent } from './prediction-band.ts';

/** So many forecasts of an organization are kept: a screen may still ask for one that a newer one has replaced. */
const keptForecasts = 50;

/**
 * Makes the forecast that was asked for, stores and publishes it, all in one transaction. Runs inside the organization.
 * @returns null when nobody asks for one (any more) or there is no cash to go by
 */
export const makeForecast = (em: SqlEntityManager, clock: Clock): Promise<Forecast | null> =>
  em.transactional(async (tx) => {
    const [organization] = await tx.find(Organization, {}, { limit: 1 });
    if (!organization || !(await takeRequest(tx))) return null;
    const { organizationId, baseCurrency: currency } = organization;
    const flows = await cashFlowByMonth(tx, currency, clock.today());
    if (flows.length === 0) return null;
    const forecast = tx.create(Forecast, {
      id: newId(),
      organizationId,
      currency,
      method: 'SEASONAL_BASELINE',
      intervalPercent,
      madeAt: clock.now(),
      points: pointsFrom(flows, clock.today()).map(toStored),
    });
    await tx.flush();
    await tx.execute(dropOldest, [keptForecasts]);
    await recordEvent(tx, published(forecast, clock));
    return forecast;
  });

/** The newest forecast of the organization in which this runs. */
export async function newestForecast(em: SqlEntityManager): Promise<Forecast | null> {
  const [newest] = await em.find(
    Forecast,
    {},
    { orderBy: { madeAt: 'desc', id: 'desc' }, limit: 1 },
  );
  return newest ?? null;
}

/** The forecasts with these ids, in their order; null for one that is not the organization's. */
export async function forecastsById(
  em: SqlEntityManager,
  ids: readonly string[],
): Promise<(Forecast | null)[]> {
  const found = await em.find(Forecast, { id: { $in: [...ids] } });
  const byId = new Map(found.map((forecast) => [forecast.id, forecast]));
  return ids.map((id) => byId.get(id) ?? null);
}

/** Deleting the request waits for transactions that are just changing it, so their cash is seen below. */
async function takeRequest(em: SqlEntityManager): Promise<boolean> {
  const taken = await em.execute<unknown[]>('delete from forecast_request returning 1');
  return taken.length > 0;
}

function pointsFrom(flows: readonly MonthFlow[], today: LocalDate): ForecastPoint[] {
  const current = startOfMonth(today);
  return forecastCash(closeMonths(flows, flows[0]?.month ?? current, current), today);
}

const toStored = (point: ForecastPoint): StoredPoint => ({
  month: point.month,
  medianMinor: String(point.medianMinor),
  lowMinor: String(point.lowMinor),
  highMinor: String(point.highMinor),
});

const published = (forecast: Forecast, clock: Clock) =>
  newEvent(
    'cashflow_forecast',
    {
      source: '/analytics',
      subject: forecast.id,
      organizationId: forecast.organizationId,
      data: {
        forecastId: forecast.id,
        currency: forecast.currency,
        method: forecast.method,
        madeAt: forecast.madeAt.toISOString(),
      },
    },
    clock,
  );

const dropOldest = `
  delete from forecast where id in (
    select id from forecast order by made_at desc, id desc offset ?)`;
