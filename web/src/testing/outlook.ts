import { eur } from './invoices.ts';

/** Whose id stands in the address of a scenario. */
export const customerId = '0198c0de-0000-7000-8000-000000000001';

export const point = (start: string, end: string, median: bigint, half: bigint) => ({
  __typename: 'ForecastPoint',
  start,
  end,
  median: eur(median),
  intervals: [50n, 80n, 95n].map((percent) => ({
    __typename: 'ForecastInterval',
    percent: Number(percent),
    low: eur(median - (half * percent) / 50n),
    high: eur(median + (half * percent) / 50n),
  })),
  known: eur(10000n),
  expected: eur(20000n),
});

export const past = (month: string, end: string, value: bigint) => ({
  __typename: 'ForecastPast',
  start: `${month}-01`,
  end,
  value: eur(value),
});

export const outlook = {
  __typename: 'Forecast',
  id: 'f1',
  target: 'CASH_FLOW',
  grain: 'MONTH',
  asOf: '2026-11-22',
  method: 'KNOWN_AND_ENSEMBLE',
  currency: 'EUR',
  history: [past('2026-10', '2026-10-31', 150000n), past('2026-11', '2026-11-22', 160000n)],
  current: point('2026-11-23', '2026-11-30', 190000n, 5000n),
  points: [point('2026-12-01', '2026-12-31', 220000n, 9000n)],
  customers: [
    {
      __typename: 'ForecastCustomer',
      customer: { __typename: 'Customer', id: customerId, name: 'Alder & Finch' },
      known: eur(50000n),
      expected: eur(25000n),
    },
  ],
  categories: [
    { __typename: 'ForecastCategory', code: '6000', known: eur(-70000n), expected: eur(0n) },
    { __typename: 'ForecastCategory', code: null, known: eur(0n), expected: eur(-1200n) },
  ],
  members: [
    { __typename: 'ForecastMember', name: 'theta', weight: 0.6 },
    { __typename: 'ForecastMember', name: 'ets', weight: 0.4 },
  ],
  backtest: {
    __typename: 'ForecastBacktest',
    mase: 0.8,
    meanError: eur(4200n),
    origins: 4,
  },
  effects: [],
};

export const accounts = [{ __typename: 'Account', id: 'a1', code: '6000', name: 'Rent' }];
const customer = { __typename: 'Customer', id: customerId, name: 'Alder & Finch' };
const ScenarioCustomer = () => ({ customer });

export const rivers = {
  ...customer,
  id: '0198c0de-0000-7000-8000-000000000002',
  name: 'Rivers & Co',
};
/** Answers as the endpoint does: those in whose name the searched text stands. */
export const CustomerSearch = ({ search }: Record<string, unknown>) => ({
  customers: {
    __typename: 'CustomerConnection',
    pageInfo: { __typename: 'PageInfo', endCursor: null, hasNextPage: false },
    edges: [customer, rivers]
      .filter(({ name }) =>
        name.toLowerCase().includes((typeof search === 'string' ? search : '').toLowerCase()),
      )
      .map((node) => ({ __typename: 'CustomerEdge', node: { ...node, address: null } })),
  },
});
const record = {
  __typename: 'ForecastRecord',
  insideShare: 0.5,
  meanError: eur(12300n),
  forecasts: [true, false].map((isInside, at) => ({
    __typename: 'PastForecast',
    start: `2026-0${at + 8}-01`,
    end: `2026-0${at + 8}-30`,
    isInside,
    wasPublished: isInside,
    median: eur(100000n),
    low: eur(90000n),
    high: eur(110000n),
    actual: eur(105000n),
  })),
};
export const ForecastRecord = () => ({ forecast: { __typename: 'Forecast', id: 'r1', record } });
/** What the page asks for, answered with a forecast; null where there is nothing to go by. */
export const answering = (forecast: unknown) => ({
  CashFlow: () => ({ forecast, accounts }),
  ScenarioCustomer,
  CustomerSearch,
  ForecastRecord,
});

/** The lowest line of a scenario that costs 400. */
export const inScenario = {
  ...outlook,
  id: 'f2',
  points: [point('2026-12-01', '2026-12-31', 180000n, 9000n)],
  effects: [eur(-40000n)],
};
