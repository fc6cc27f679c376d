import type { Clock } from '@finflow/shared/clock';
import type { Page } from '@finflow/shared/graphql/connection';
import { denied } from '@finflow/shared/graphql/authorization';
import type { BaseContext } from '@finflow/shared/graphql/subgraph';
import { actorIdOf, organizationOf } from '@finflow/shared/viewer';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import {
  anomaliesById,
  type AnomalyFilter,
  listAnomalies,
  type ReviewedAnomaly,
} from './anomaly/anomaly.service.ts';
import type { DecidingRoom } from './categories/category-room.ts';
import { type CreditDesk, createCreditDesk } from './credit/credit.service.ts';
import { type Dashboard, readDashboard } from './dashboard/dashboard.service.ts';
import type { Outlook } from './forecast/outlook.ts';
import type { ForecastRecord } from './forecast/forecast-record.ts';
import { forecastRecord } from './forecast/forecast-record.service.ts';
import type { ForecastQuestion } from './forecast/forecast-question.ts';
import type { Forecast } from './forecast/forecast.entity.ts';
import type { ForecastParent } from './forecast/present-outlook.ts';
import type { ForecastThreads } from './forecast/worker/forecast-threads.ts';
import {
  answerForecast,
  countForecasts,
  forecastsById,
  listForecasts,
  newestForecast,
} from './forecast/forecast.service.ts';
import { type TransactionView, transactionsById } from './transaction/transaction.queries.ts';

/** What a resolver of analytics may ask for. Row-level security confines each answer to the viewer's organization. */
export type AnalyticsContext = BaseContext & {
  readonly analytics: {
    dashboard(): Promise<Dashboard | null>;
    newestForecast(): Promise<Forecast | null>;
    answerForecast(question: ForecastQuestion): Promise<ForecastParent | null>;
    forecastRecord(outlook: Outlook): Promise<ForecastRecord | null>;
    listForecasts(page: Page): Promise<Forecast[]>;
    countForecasts(): Promise<number>;
    readonly forecastById: DataLoader<string, Forecast | null>;
    anomalies(
      page: Page,
      filter: AnomalyFilter | null | undefined,
    ): ReturnType<typeof listAnomalies>;
    readonly anomalyById: DataLoader<string, ReviewedAnomaly | null>;
  };
  readonly credit: CreditDesk;
  /** The viewer's organization, and who decides in it. Throws FORBIDDEN for a viewer without one. */
  readonly room: () => DecidingRoom;
  /** Not cached within an operation: a decision about one transaction may decide others. */
  readonly transactionById: DataLoader<string, TransactionView | null>;
};

/** One per operation, with an EntityManager of its own. */
export function createContext(
  base: BaseContext,
  em: SqlEntityManager,
  clock: Clock,
  threads: ForecastThreads,
): AnalyticsContext {
  return {
    ...base,
    analytics: {
      dashboard: () => readDashboard(em, clock),
      newestForecast: () => newestForecast(em),
      answerForecast: (question) => answerForecast(em, question, { clock, threads }),
      forecastRecord: (outlook) => forecastRecord(em, outlook, threads),
      listForecasts: (page) => listForecasts(em, page),
      countForecasts: () => countForecasts(em),
      forecastById: new DataLoader((ids) => forecastsById(em, ids)),
      anomalies: (page, filter) => listAnomalies(em, page, filter),
      anomalyById: new DataLoader((ids) => anomaliesById(em, ids)),
    },
    credit: createCreditDesk(em, clock),
    room: () => {
      const organizationId = organizationOf(base.viewer);
      const actorId = actorIdOf(base.viewer);
      if (organizationId === null || actorId === null) throw denied(base.viewer);
      return { em, organizationId, actorId, clock };
    },
    transactionById: new DataLoader((ids) => transactionsById(em, ids), { cache: false }),
  };
}
