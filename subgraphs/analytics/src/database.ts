import { ormOptions } from '@finflow/shared/database/orm-options';
import { MikroORM } from '@mikro-orm/postgresql';
import { AccountDay } from './account/account-day.entity.ts';
import { AccountEntry } from './account/account-entry.entity.ts';
import { Anomaly } from './anomaly/anomaly.entity.ts';
import { AnomalyReview } from './anomaly/anomaly-review.entity.ts';
import { Observation } from './anomaly/observation.entity.ts';
import { ScreeningRequest } from './anomaly/screening-request.entity.ts';
import { CashDay } from './cash/cash-day.entity.ts';
import { CashEntry } from './cash/cash-entry.entity.ts';
import { CashItem } from './cash/cash-item.entity.ts';
import { CategoryDecision } from './categories/category-decision.entity.ts';
import { CategoryModel, CategoryModelChange } from './categories/model/category-model.entity.ts';
import { CategoryTrainingFailure } from './categories/model/training-failure.entity.ts';
import { CategorySettings } from './categories/category-settings.entity.ts';
import { CategorySuggestion } from './categories/category-suggestion.entity.ts';
import { SuggestionRequest } from './categories/suggestion-request.entity.ts';
import { Forecast } from './forecast/forecast.entity.ts';
import { ForecastRequest } from './forecast/forecast-request.entity.ts';
import { Organization } from './organization/organization.entity.ts';
import { RebuildWanted } from './rebuild/rebuild-wanted.entity.ts';
import { Receivable } from './receivable/receivable.entity.ts';
import { Transaction, TransactionReversal } from './transaction/transaction.entity.ts';

/** Opens the subgraph's database; the pool connects on first use. */
export const openDatabase = (url: string) =>
  MikroORM.init({
    ...ormOptions(url, `${import.meta.dirname}/migrations`),
    entities: [
      Organization,
      CashEntry,
      CashDay,
      CashItem,
      Receivable,
      Forecast,
      ForecastRequest,
      AccountEntry,
      AccountDay,
      Transaction,
      TransactionReversal,
      CategoryDecision,
      CategoryModel,
      CategoryModelChange,
      CategoryTrainingFailure,
      CategorySuggestion,
      CategorySettings,
      SuggestionRequest,
      RebuildWanted,
      Observation,
      Anomaly,
      AnomalyReview,
      ScreeningRequest,
    ],
  });

export type Database = Awaited<ReturnType<typeof openDatabase>>;
