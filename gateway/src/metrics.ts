import { registered } from '@finflow/shared/metrics/registered';
import { once } from '@finflow/shared/once';
import { Counter, Gauge, Histogram } from 'prom-client';

/** What an operator watches of the gateway. Names and labels are listed in the README. */

/** The gateway's metrics in the process's registry; made at the first call, the same ones afterwards. */
export const gatewayMetrics = once(() => ({
  operations: registered(
    'finflow_gateway_operations_total',
    (name) =>
      new Counter({
        name,
        help: 'Operations answered over HTTP',
        labelNames: ['type', 'operation', 'outcome'],
      }),
  ),
  operationSeconds: registered(
    'finflow_gateway_operation_seconds',
    (name) =>
      new Histogram({
        name,
        help: 'Time from a parsed request to its answer',
        labelNames: ['type', 'operation'],
        buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      }),
  ),
  subgraphCalls: registered(
    'finflow_gateway_subgraph_calls_total',
    (name) =>
      new Counter({
        name,
        help: 'Calls to subgraphs: ok, errors, shared (an equal one was under way), unavailable, late, abandoned',
        labelNames: ['subgraph', 'outcome'],
      }),
  ),
  subgraphSeconds: registered(
    'finflow_gateway_subgraph_seconds',
    (name) =>
      new Histogram({
        name,
        help: 'Time from a call to a subgraph to its answer',
        labelNames: ['subgraph'],
        buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      }),
  ),
  supergraphInfo: registered(
    'finflow_gateway_supergraph_info',
    (name) =>
      new Gauge({
        name,
        help: 'The supergraph that is served, by its SHA-256',
        labelNames: ['hash'],
      }),
  ),
  supergraphReloads: registered(
    'finflow_gateway_supergraph_reloads_total',
    (name) =>
      new Counter({
        name,
        help: 'Supergraphs that were offered: reloaded, unchanged, overtaken by a newer one, refused (the one before goes on)',
        labelNames: ['outcome'],
      }),
  ),
  persistedOperations: registered(
    'finflow_gateway_persisted_operations_total',
    (name) =>
      new Counter({
        name,
        help: 'Operations by how they were named: text, listed (id of the manifest), remembered, unknown id, refused',
        labelNames: ['outcome'],
      }),
  ),
  subgraphRetries: registered(
    'finflow_gateway_subgraph_retries_total',
    (name) => new Counter({ name, help: 'Queries asked again', labelNames: ['subgraph'] }),
  ),
  subgraphCircuit: registered(
    'finflow_gateway_subgraph_circuit',
    (name) =>
      new Gauge({
        name,
        help: 'Whether a subgraph is asked: 0 closed (yes), 1 half open (one call tries), 2 open (no)',
        labelNames: ['subgraph'],
      }),
  ),
  costEstimated: registered(
    'finflow_gateway_cost_estimated',
    (name) =>
      new Histogram({
        name,
        help: 'Estimated cost of operations, by whether they were let in (ok) or refused',
        labelNames: ['outcome'],
        buckets: costBuckets,
      }),
  ),
  costActual: registered(
    'finflow_gateway_cost_actual',
    (name) =>
      new Histogram({
        name,
        help: 'What answered operations cost after all',
        buckets: costBuckets,
      }),
  ),
  rateLimited: registered(
    'finflow_gateway_rate_limited_total',
    (name) =>
      new Counter({
        name,
        help: 'Operations refused because the caller had used up what he may',
        labelNames: ['class'],
      }),
  ),
  rateStoreFailures: registered(
    'finflow_gateway_rate_store_failures_total',
    (name) =>
      new Counter({ name, help: 'Times the rate store failed, and calls passed uncounted' }),
  ),
  sockets: registered(
    'finflow_gateway_sockets',
    (name) => new Gauge({ name, help: 'Open sockets of verified callers' }),
  ),
  subscriptions: registered(
    'finflow_gateway_subscriptions',
    (name) => new Gauge({ name, help: 'Running subscriptions', labelNames: ['field'] }),
  ),
  sharedFeeds: registered(
    'finflow_gateway_shared_feeds',
    (name) => new Gauge({ name, help: 'Feeds that run, equal ones of equal rights counted once' }),
  ),
  feedsEnded: registered(
    'finflow_gateway_feeds_ended_total',
    (name) => new Counter({ name, help: 'Subscriptions that ended', labelNames: ['reason'] }),
  ),
  feedAnswers: registered(
    'finflow_gateway_feed_answers_total',
    (name) =>
      new Counter({
        name,
        help: 'Events that a subscription could have told: sent, skipped (not visible to the caller), failed',
        labelNames: ['field', 'outcome'],
      }),
  ),
  feedSeconds: registered(
    'finflow_gateway_feed_seconds',
    (name) =>
      new Histogram({
        name,
        help: 'Time from what happened to the message that tells of it',
        labelNames: ['field'],
        buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      }),
  ),
  socketsClosed: registered(
    'finflow_gateway_sockets_closed_total',
    (name) =>
      new Counter({ name, help: 'Sockets that the gateway closed', labelNames: ['reason'] }),
  ),
}));

const costBuckets = [1, 10, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 100_000];
