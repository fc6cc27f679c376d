import { ormOptions } from '@finflow/shared/database/orm-options';
import { MikroORM } from '@mikro-orm/postgresql';
import { AccountDay } from './account/account-day.entity.ts';
import { AccountEntry } from './account/account-entry.entity.ts';
import { CashDay } from './cash/cash-day.entity.ts';
import { CashEntry } from './cash/cash-entry.entity.ts';
import { CashItem } from './cash/cash-item.entity.ts';
import { Forecast } from './forecast/forecast.entity.ts';
import { ForecastRequest } from './forecast/forecast-request.entity.ts';
import { Organization } from './organization/organization.entity.ts';
import { Receivable } from './receivable/receivable.entity.ts';

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
    ],
  });

export type Database = Awaited<ReturnType<typeof openDatabase>>;
