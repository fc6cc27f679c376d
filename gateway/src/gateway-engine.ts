import { partnerGuard } from './contract/partner-guard.ts';
import { admissionRule } from './admission/admission-rule.ts';
import { introspectionGuard } from './introspection/introspection.ts';
import { executedAnswers } from './executed-answers.ts';
import { operationMetrics } from './operation-metrics.ts';
import { operationResolution } from './operation-resolution.ts';
import { operationSpan } from './operation-span.ts';
import { deferredAnswers } from './streams/deferred-answers.ts';
import { FinFlowGateway } from './supergraph/finflow-gateway.ts';
import { createEngine, type Engine, type EngineParts } from './supergraph/engine.ts';
import type { InTurn } from './supergraph/in-turn.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { GatewayParts } from './gateway-parts.ts';
import type { HttpFeeds } from './streams/http-feeds.ts';
import type { Feeds } from './subscriptions/create-feeds.ts';
import { eventIdRule } from './subscriptions/event-id-rule.ts';

/** What the gateway's feeds have for its operations. */
export type FeedParts = { readonly streams: HttpFeeds; readonly position: Feeds['position'] };

/** How this gateway makes an engine from a supergraph. */
export const engineBuilder =
  (
    { introspection = 'everybody' }: GatewayOptions,
    parts: GatewayParts,
    { streams, position }: FeedParts,
  ) =>
  async (supergraphSdl: string, inTurn: InTurn): Promise<Engine> => {
    const admission = await inTurn(() => parts.admissionOf(supergraphSdl));
    const rulesOf: EngineParts['rulesOf'] = (planning, partners) => [
      operationMetrics(parts.persisted.operations),
      operationSpan,
      operationResolution,
      introspectionGuard(introspection),
      partnerGuard(partners),
      admissionRule(admission),
      eventIdRule(position),
      streams.rule,
      ...(planning instanceof FinFlowGateway
        ? [deferredAnswers(planning), executedAnswers(planning)]
        : []),
    ];
    return createEngine(supergraphSdl, { ...parts, admission, rulesOf }, inTurn);
  };
