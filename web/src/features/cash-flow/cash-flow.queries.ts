import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  CashFlowForecastSubscription,
  CashFlowForecastSubscriptionVariables,
  CashFlowQuery,
  CashFlowQueryVariables,
  ForecastRecordQuery,
  ForecastRecordQueryVariables,
} from './cash-flow.queries.generated.ts';

/** Money is replaced as a whole, so its three fields are always asked for together. */
export const CASH_FLOW: TypedDocumentNode<CashFlowQuery, CashFlowQueryVariables> = gql`
  query CashFlow($input: ForecastInput!) {
    forecast(input: $input) {
      id
      target
      grain
      asOf
      method
      currency
      history {
        start
        end
        value {
          minor
          decimal
          currency
        }
      }
      current {
        ...OutlookPoint_point @unmask
      }
      points {
        ...OutlookPoint_point @unmask
      }
      customers {
        customer {
          id
          name
        }
        known {
          minor
          decimal
          currency
        }
        expected {
          minor
          decimal
          currency
        }
      }
      categories {
        code
        known {
          minor
          decimal
          currency
        }
        expected {
          minor
          decimal
          currency
        }
      }
      members {
        name
        weight
      }
      backtest {
        mase
        meanError {
          minor
          decimal
          currency
        }
        origins
      }
      effects {
        minor
        decimal
        currency
      }
    }
    accounts {
      id
      code
      name
    }
  }
  fragment OutlookPoint_point on ForecastPoint {
    start
    end
    median {
      minor
      decimal
      currency
    }
    intervals {
      percent
      low {
        minor
        decimal
        currency
      }
      high {
        minor
        decimal
        currency
      }
    }
    known {
      minor
      decimal
      currency
    }
    expected {
      minor
      decimal
      currency
    }
  }
`;

export const CASH_FLOW_FORECAST: TypedDocumentNode<
  CashFlowForecastSubscription,
  CashFlowForecastSubscriptionVariables
> = gql`
  subscription CashFlowForecast {
    forecastUpdated {
      id
    }
  }
`;

/** Asked for apart: the past is forecast again for it, and the page needn't wait. */
export const FORECAST_RECORD: TypedDocumentNode<ForecastRecordQuery, ForecastRecordQueryVariables> =
  gql`
  query ForecastRecord($input: ForecastInput!) {
    forecast(input: $input) {
      id
      record {
        insideShare
        meanError {
          minor
          decimal
          currency
        }
        forecasts {
          start
          end
          isInside
          wasPublished
          median {
            minor
            decimal
            currency
          }
          low {
            minor
            decimal
            currency
          }
          high {
            minor
            decimal
            currency
          }
          actual {
            minor
            decimal
            currency
          }
        }
      }
    }
  }
`;

export type TrackRecord = NonNullable<NonNullable<ForecastRecordQuery['forecast']>['record']>;
export type Outlook = NonNullable<CashFlowQuery['forecast']>;
export type OutlookPoint = Outlook['points'][number];
export type Account = CashFlowQuery['accounts'][number];

/** What is left of the current period, and the periods after it. */
export const pointsToCome = ({
  current,
  points,
}: Pick<Outlook, 'current' | 'points'>): readonly OutlookPoint[] =>
  current ? [current, ...points] : points;
