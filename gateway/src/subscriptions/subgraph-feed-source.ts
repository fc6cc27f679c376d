import { newId } from '@finflow/shared/ids';
import { newTraceId, nextTraceparent } from '@finflow/shared/tracing/traceparent';
import { GraphQLError, type ExecutionResult } from 'graphql';
import { callHeaders } from '../transports/call-headers.ts';
import type { SubgraphFeeds } from '../transports/subgraph-feeds.ts';
import type { ViewerSigner } from '../viewer/viewer-signer.ts';
import { answerText, presentedFault } from './feed-answer.ts';
import type { FirstStep } from './feed-executor.ts';
import type { Subscriber } from './feed-port.ts';
import type { FeedSource, Start } from './feed-source.ts';
import { resumeGap } from './feed-subscription.ts';
import type { FeedAnswer } from './shared-feed.ts';

export type SubgraphSourceOptions = {
  readonly feeds: SubgraphFeeds;
  readonly step: FirstStep;
  readonly subscriber: Subscriber;
  readonly signer: ViewerSigner;
  readonly nowMs: () => number;
};

/**
 * What a subgraph's own feed tells, on behalf of the caller who came first: the rights of all who share it are equal. It keeps no
 * ids, so a client that comes back is told that it may have missed something, and so are all when the way to the subgraph was lost.
 */
export function subgraphSource(options: SubgraphSourceOptions): FeedSource {
  let sequence = 0;
  const start = (missed: Start['missed']): Start => ({ missed, sequence, id: noId });
  const notice = (errors: readonly GraphQLError[]): FeedAnswer => {
    const result: ExecutionResult = { data: null, errors };
    sequence += 1;
    return { id: null, sequence, stateOf: null, result, json: () => answerText(result, null) };
  };
  return {
    now: () => start([]),
    after: () => start(null),
    listen: ({ hear, tell, finish }) =>
      options.feeds.subscribe(requestOf(options), {
        next: ({ data, errors }) => {
          sequence += 1;
          const result = { ...(data !== undefined && { data }), ...(errors && { errors }) };
          const traceparent = nextTraceparent(newTraceId());
          const signal = { result, atMs: options.nowMs(), traceparent, requestId: null };
          hear({ key: null, id: noId, sequence, signal });
        },
        missed: () => tell(notice([resumeGap()])),
        refused: (errors) => {
          tell(notice(errors.map(asError)));
          finish('complete');
        },
        complete: () => finish('complete'),
        unavailable: () => finish('unavailable'),
      }),
  };
}

const noId = () => null;

function requestOf({ step, subscriber, signer }: SubgraphSourceOptions) {
  const { address, userAgent, caller } = subscriber;
  const { subgraph, query, operationName, variables } = step;
  return {
    query,
    operationName,
    variables,
    signature: () => signer(caller.viewer),
    headers: callHeaders(subgraph, {
      viewer: caller.viewer,
      requestId: newId(),
      traceId: newTraceId(),
      address,
      userAgent,
      refreshToken: undefined,
      deadlineAtMs: Number.POSITIVE_INFINITY,
      setCookies: [],
    }),
  };
}

/** Why a subgraph won't have a subscription, as clients may read it: its sentence where the code is theirs, else an id. */
function asError(error: unknown): GraphQLError {
  const { message, extensions }: { message?: unknown; extensions?: unknown } =
    typeof error === 'object' && error !== null ? error : {};
  return presentedFault(
    new GraphQLError(typeof message === 'string' ? message : 'A subgraph refused a subscription', {
      ...(typeof extensions === 'object' &&
        extensions !== null && { extensions: { ...extensions } }),
    }),
  );
}
