/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type OpenAnomaliesQueryVariables = Exact<{ [key: string]: never; }>;


export type OpenAnomaliesQuery = { open: { __typename: 'AnomalyConnection', totalCount: number } };

export type AnomalyCameSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type AnomalyCameSubscription = { anomalyDetected: { __typename: 'Anomaly', id: string } };

export type AnswerWasGivenSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type AnswerWasGivenSubscription = { anomalyReviewed: { __typename: 'Anomaly', id: string } };
