import { Counter, Histogram } from 'prom-client';
import { registered } from './registered.ts';

/** What an operator watches of a subgraph. */
export const subgraphMetrics = () => ({
  operations: registered(
    'finflow_subgraph_operations_total',
    (name) =>
      new Counter({
        name,
        help: 'Operations that a subgraph answered',
        labelNames: ['subgraph', 'outcome'],
      }),
  ),
  operationSeconds: registered(
    'finflow_subgraph_operation_seconds',
    (name) =>
      new Histogram({
        name,
        help: 'Time that a subgraph took for an operation',
        labelNames: ['subgraph'],
        buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      }),
  ),
});
