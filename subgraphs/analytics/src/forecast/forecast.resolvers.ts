import { readPage, toConnection } from '@finflow/shared/graphql/connection';
import { isId } from '@finflow/shared/ids';
import { money } from '@finflow/shared/money';
import type { ForecastResolvers, QueryResolvers } from '../__generated__/resolvers.ts';
import { readQuestion } from './forecast-question.ts';
import { sortKeyOf } from './forecast.service.ts';
import {
  plainPercent,
  presentBacktest,
  presentPast,
  presentPoint,
  presentRecord,
  presentSums,
} from './present-outlook.ts';

export const forecast: NonNullable<QueryResolvers['forecast']> = (
  _root,
  { input },
  { analytics },
) => (input ? analytics.answerForecast(readQuestion(input)) : analytics.newestForecast());

export const forecasts: NonNullable<QueryResolvers['forecasts']> = async (
  _root,
  args,
  { analytics },
) => {
  const page = readPage(args, ['instant', 'id']);
  const [rows, totalCount] = await Promise.all([
    analytics.listForecasts(page),
    analytics.countForecasts(),
  ]);
  return { ...toConnection(rows, page, sortKeyOf), totalCount };
};

export const Forecast: ForecastResolvers = {
  __resolveReference: async ({ id }, { analytics }) =>
    isId(id) ? analytics.forecastById.load(id) : null,
  asOf: ({ outlook }) => outlook.asOf,
  target: ({ outlook }) => outlook.target,
  grain: ({ outlook }) => outlook.grain,
  method: ({ outlook }) => outlook.method,
  isBaseline: ({ outlook }) => outlook.method === 'SEASONAL_BASELINE',
  intervalPercent: () => plainPercent,
  history: ({ outlook, currency }) => outlook.history.map((past) => presentPast(past, currency)),
  current: ({ outlook, currency }) => outlook.current && presentPoint(outlook.current, currency),
  points: ({ outlook, currency }) => outlook.points.map((point) => presentPoint(point, currency)),
  customers: ({ outlook, currency }) =>
    outlook.customers.map((part) => ({
      customer: part.key === null ? null : { id: part.key },
      ...presentSums(part, currency),
    })),
  categories: ({ outlook, currency }) =>
    outlook.categories.map((part) => ({ code: part.key, ...presentSums(part, currency) })),
  members: ({ outlook }) => outlook.members.toSorted((a, b) => b.weight - a.weight),
  backtest: ({ outlook, currency }) => presentBacktest(outlook.backtest, currency),
  record: async ({ outlook, currency }, _args, { analytics }) => {
    const record = await analytics.forecastRecord(outlook);
    return record && presentRecord(record, currency);
  },
  effects: ({ outlook, currency }) =>
    outlook.effects.map((effect) => money(BigInt(effect), currency)),
};
