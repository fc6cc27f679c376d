import type { Clock } from '@finflow/shared/clock';
import { newEvent } from '@finflow/shared/events/envelope';
import type { Page } from '@finflow/shared/graphql/connection';
import { newId } from '@finflow/shared/ids';
import type { LocalDate } from '@finflow/shared/local-date';
import { log } from '@finflow/shared/log';
import { recordEvent } from '@finflow/shared/outbox/record-event';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { cashFlowByMonth } from '../cash/cash.service.ts';
import { Organization } from '../organization/organization.entity.ts';
import { todayIn } from '../organization/today-of.ts';
import { baselineOutlook } from './baseline-outlook.ts';
import { seenRequest, settleRequest } from './forecast-request.ts';
import { readCashBooks } from './cash-figures.service.ts';
import { readFigures } from './figures.service.ts';
import { type ForecastQuestion, standingQuestion } from './forecast-question.ts';
import { Forecast } from './forecast.entity.ts';
import type { Outlook } from './outlook.ts';
import type { ForecastParent } from './present-outlook.ts';
import type { ForecastTask } from './worker/forecast-task.ts';
import type { ForecastThreads } from './worker/forecast-threads.ts';
import { mustBeToCome } from './scenario-input.ts';

/**
 * So many forecasts of an organization are kept, for a screen may still ask for one that a newer one has replaced; and the last one of
 * each month, to be compared with what came.
 */
const keptForecasts = 50;

/**
 * Makes the forecast that was asked for, stores and publishes it. Runs inside the organization. The figures are read first and
 * worked on without a transaction, so that nobody who posts has to wait; whoever changed them meanwhile has asked again.
 * @returns null when nobody asks for one (any more) or there is neither cash nor an invoice to go by
 */
export async function makeForecast(
  em: SqlEntityManager,
  clock: Clock,
  threads: ForecastThreads,
): Promise<Forecast | null> {
  const request = await seenRequest(em);
  const [organization] = await em.find(Organization, {}, { limit: 1 });
  if (!organization || request === null) return null;
  const { organizationId, baseCurrency: currency } = organization;
  const task = await taskOf(em, standingQuestion, organization, todayIn(organization, clock));
  const outlook = task && (await standingOutlook(em, task, currency, threads));
  return em.transactional(async (tx) => {
    if (!(await settleRequest(tx, request)) || outlook === null) return null;
    const forecast = tx.create(Forecast, {
      id: newId(),
      organizationId,
      currency,
      method: outlook.method,
      madeAt: clock.now(),
      outlook,
      version: threads.version,
    });
    await tx.flush();
    await tx.execute(dropOldest, [keptForecasts]);
    await recordEvent(tx, published(forecast, clock));
    return forecast;
  });
}

/** What a thread needs to answer the question; null when there is nothing to go by. */
export async function taskOf(
  em: SqlEntityManager,
  question: ForecastQuestion,
  { baseCurrency: currency, country }: Organization,
  today: LocalDate,
): Promise<ForecastTask | null> {
  const [figures, books] = await Promise.all([
    readFigures(em, { target: question.target, currency, today }),
    question.target === 'CASH_FLOW' ? readCashBooks(em, currency, today) : null,
  ]);
  if (figures.days.length === 0 && !books?.invoices.length) return null;
  return { question, today, country: country ?? undefined, figures, books };
}

/** A thread that fails leaves the simple rule: a business without a forecast would be worse off than with a plain one. */
async function standingOutlook(
  em: SqlEntityManager,
  task: ForecastTask,
  currency: string,
  threads: ForecastThreads,
): Promise<Outlook> {
  try {
    return await threads.outlookOf(task);
  } catch (error) {
    log.error('a forecast fell back on the baseline', { error });
    return baselineOutlook(await cashFlowByMonth(em, currency, task.today), task.today);
  }
}

/**
 * Answers a question about the future, now; nothing is stored. Null when the organization was not heard of, or there is
 * no past to go by.
 * @throws WorkerFault when no thread can answer
 * @throws GraphQLError BAD_USER_INPUT for a scenario of a day that isn't to come
 */
export async function answerForecast(
  em: SqlEntityManager,
  question: ForecastQuestion,
  { clock, threads }: { readonly clock: Clock; readonly threads: ForecastThreads },
): Promise<ForecastParent | null> {
  const [organization] = await em.find(Organization, {}, { limit: 1 });
  if (!organization) return null;
  const { baseCurrency: currency } = organization;
  const today = todayIn(organization, clock);
  mustBeToCome(question.scenarios, today);
  const task = await taskOf(em, question, organization, today);
  if (!task) return null;
  return { id: newId(), currency, madeAt: clock.now(), outlook: await threads.outlookOf(task) };
}

/** The newest forecast of the organization in which this runs. */
export async function newestForecast(em: SqlEntityManager): Promise<Forecast | null> {
  const [newest] = await em.find(Forecast, {}, { orderBy: newestFirst, limit: 1 });
  return newest ?? null;
}

const newestFirst = { madeAt: 'desc', id: 'desc' } as const;

/** The organization's forecasts, newest first: one more than the page holds, to tell whether there are more. */
export function listForecasts(em: SqlEntityManager, { first, after }: Page): Promise<Forecast[]> {
  const [madeAt, id] = after ?? [];
  const before =
    madeAt && id ? { $or: [{ madeAt: { $lt: madeAt } }, { madeAt, id: { $lt: id } }] } : {};
  return em.find(Forecast, before, { orderBy: newestFirst, limit: first + 1 });
}

/** What `listForecasts` sorts by: a cursor's content. */
export const sortKeyOf = ({ madeAt, id }: Forecast): readonly string[] => [
  madeAt.toISOString(),
  id,
];

export const countForecasts = (em: SqlEntityManager): Promise<number> => em.count(Forecast, {});

/** The forecasts with these ids, in their order; null for one that is not the organization's. */
export async function forecastsById(
  em: SqlEntityManager,
  ids: readonly string[],
): Promise<(Forecast | null)[]> {
  const found = await em.find(Forecast, { id: { $in: [...ids] } });
  const byId = new Map(found.map((forecast) => [forecast.id, forecast]));
  return ids.map((id) => byId.get(id) ?? null);
}

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
    select id from (
      select id, row_number() over (order by made_at desc, id desc) as place,
        row_number() over (
          partition by left(outlook ->> 'asOf', 7) order by made_at desc, id desc
        ) as place_in_month
      from forecast) as kept
    where place > ? and place_in_month > 1)`;
