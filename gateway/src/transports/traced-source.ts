import { inSpan, isTracing } from '@finflow/shared/tracing/span';
import type { SubgraphSource } from './subgraph-source.ts';

/** Each call to a subgraph is a span, and the subgraph's own spans hang on it. */
export const traced =
  (source: SubgraphSource): SubgraphSource =>
  (call, context) => {
    if (!isTracing()) return source(call, context);
    const options = { kind: 'CLIENT', attributes: attributesOf(call) } as const;
    return inSpan(`fetch ${call.subgraph}`, options, async (span) => {
      const result = await source(call, context);
      span.setAttribute('finflow.errors', result.errors?.length ?? 0);
      return result;
    });
  };

const attributesOf = ({ subgraph, kind, operationName }: Parameters<SubgraphSource>[0]) => ({
  'finflow.subgraph': subgraph,
  'graphql.operation.type': kind,
  ...(operationName && { 'graphql.operation.name': operationName.slice(0, 100) }),
});
