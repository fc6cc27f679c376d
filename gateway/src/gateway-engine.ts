import { partnerGuard } from './contract/partner-guard.ts';
import { admissionPlugin } from './admission/admission-plugin.ts';
import { introspectionGuard } from './introspection/introspection.ts';
import { operationMetrics } from './operation-metrics.ts';
import { operationResolution } from './operation-resolution.ts';
import { operationSpan } from './operation-span.ts';
import { deferredAnswers } from './streams/deferred-answers.ts';
import { FinFlowGateway } from './supergraph/finflow-gateway.ts';
import { createEngine, type Engine } from './supergraph/engine.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { GatewayParts } from './gateway-parts.ts';
import type { HttpFeeds } from './streams/http-feeds.ts';

/** How this gateway makes an engine from a supergraph. */
export const engineBuilder =
  ({ introspection = 'everybody' }: GatewayOptions, parts: GatewayParts, streams: HttpFeeds) =>
  (supergraphSdl: string): Promise<Engine> => {
    const admission = parts.admissionOf(supergraphSdl);
    return createEngine(supergraphSdl, {
      ...parts,
      admission,
      pluginsOf: (planning) => [
        operationMetrics(parts.persisted.operations),
        operationSpan,
        operationResolution,
        introspectionGuard(introspection),
        partnerGuard(),
        admissionPlugin(admission),
        streams.plugin,
        ...(planning instanceof FinFlowGateway ? [deferredAnswers(planning)] : []),
      ],
    });
  };
