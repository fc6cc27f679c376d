import { withinMs } from '@finflow/shared/deadline';
import type { SubgraphResponse } from '@finflow/shared/graphql/subgraph';
import { log } from '@finflow/shared/log';
import { GraphQLError } from 'graphql';
import type { CallerPresence, GatewayContext } from '../request-context.ts';
import { viewerKey, type ViewerSigner } from '../viewer/viewer-signer.ts';
import { callHeaders, identitySubgraph } from './call-headers.ts';
import { callMetrics, outcomeOf } from './call-metrics.ts';
import { resilient, type Resilience } from './resilient.ts';
import { createSharedCalls, type CallIdentity, type SharedCalls } from './shared-calls.ts';
import type { SubgraphCall, SubgraphSource } from './subgraph-source.ts';
import {
  CallerGone,
  CircuitOpen,
  DeadlineExceeded,
  SubgraphUnavailable,
  type SubgraphTransport,
  type TransportRequest,
} from './subgraph-transport.ts';

export type SubgraphSourceOptions = {
  /** The ways to the subgraphs, by their names in the supergraph. */
  readonly transports: Readonly<Record<string, SubgraphTransport>>;
  readonly signer: ViewerSigner;
  readonly nowMs?: () => number;
  readonly resilience?: Partial<Resilience>;
  /** Whoever learns otherwise that something was changed calls its `forget`. */
  readonly shared?: CallSharing;
};

/** The calls of one gateway that equal ones may join. */
export type CallSharing = SharedCalls<SubgraphResponse>;

export const createCallSharing = (nowMs: () => number): CallSharing =>
  createSharedCalls<SubgraphResponse>(structuredClone, nowMs);

/**
 * The one way from plans to subgraphs: says who calls, keeps to the operation's deadline, lets equal queries of one caller share a
 * call, collects the cookies to set, and turns what goes wrong on the way into an error that a client may read.
 */
export function createSubgraphSource(options: SubgraphSourceOptions): SubgraphSource {
  const { signer, nowMs = Date.now } = options;
  const transports = resilientTransports(options);
  const count = callMetrics();
  const { shared = createCallSharing(nowMs) } = options;
  return async (call, context) => {
    const transport = transports[call.subgraph];
    if (!transport) throw new Error(`The plan names ${call.subgraph}, to which there is no way.`);
    const startedMs = performance.now();
    // A mutation that was begun goes on to its end. In process nothing can be given up that is under way.
    const isAbandonable = call.kind === 'query' && !transport.isInProcess;
    const presence = isAbandonable ? context.presence : undefined;
    const send = (waiting = presence) =>
      transport.execute(requestOf(call, context, { signer, presence: waiting }));
    try {
      if (call.kind === 'query' && context.presence?.isGone())
        throw new CallerGone('Not even asked');
      if (context.deadlineAtMs <= nowMs()) throw new DeadlineExceeded('Not even asked');
      const { isNew, value } = isShareable(call)
        ? joinShared({ call, context, presence, shared, nowMs, send })
        : { isNew: true, value: send().finally(() => call.kind === 'mutation' && shared.forget()) };
      const response = await value;
      count(call.subgraph, outcomeOf(response, !isNew), startedMs);
      if (response.setCookies.length > 0) context.setCookies.push(...response.setCookies);
      return response;
    } catch (error) {
      throw presentFailure(call.subgraph, error, (outcome) =>
        count(call.subgraph, outcome, startedMs),
      );
    }
  };
}

const resilientTransports = ({ transports, resilience }: SubgraphSourceOptions) =>
  Object.fromEntries(
    Object.entries(transports).map(([name, transport]) => [
      name,
      transport.isInProcess ? transport : resilient(name, transport, resilience),
    ]),
  );

/** A mutation is its own, always. What auth answers depends on more than the caller: on the refresh token, the address. */
const isShareable = ({ kind, subgraph }: SubgraphCall): boolean =>
  kind === 'query' && subgraph !== identitySubgraph;

const requestOf = (
  { query, operationName, kind, variables, representations, subgraph }: SubgraphCall,
  context: GatewayContext,
  {
    signer,
    presence,
  }: { readonly signer: ViewerSigner; readonly presence: CallerPresence | undefined },
): TransportRequest => ({
  query,
  operationName,
  kind,
  variables,
  representations,
  viewer: context.viewer,
  signature: () => signer(context.viewer),
  headers: callHeaders(subgraph, context),
  deadlineAtMs: context.deadlineAtMs,
  presence,
});

type Sharing = {
  readonly call: SubgraphCall;
  readonly context: GatewayContext;
  readonly presence: CallerPresence | undefined;
  readonly shared: SharedCalls<SubgraphResponse>;
  readonly nowMs: () => number;
  readonly send: (presence?: CallerPresence) => Promise<SubgraphResponse>;
};

/** Whoever joins waits no longer than his own operation may last. */
function joinShared({ call, context, presence, shared, nowMs, send }: Sharing) {
  const joined = shared.join(identityOf(call, context), send, presence);
  if (joined.isNew) return joined;
  const value = withinMs(context.deadlineAtMs - nowMs(), joined.value, () => {
    throw new DeadlineExceeded('No answer before the deadline');
  });
  return { isNew: false, value };
}

/** Equal for calls that can have one answer: of one caller, with one text and the same values. */
const identityOf = (call: SubgraphCall, { viewer }: GatewayContext): CallIdentity => ({
  text: call.query,
  caller: viewerKey(viewer),
  values: () => {
    const { subgraph, operationName = '', variables, representations = [] } = call;
    const lists = representations.map(({ variable, json }) => `${variable}\0${json()}`);
    return [subgraph, operationName, JSON.stringify(variables), ...lists].join('\0');
  },
});

function presentFailure(
  subgraph: string,
  error: unknown,
  onFailure: (outcome: 'unavailable' | 'late' | 'abandoned') => void,
): unknown {
  if (error instanceof DeadlineExceeded) {
    onFailure(error instanceof CallerGone ? 'abandoned' : 'late');
    return new GraphQLError('This took too long. Ask for less, or try again shortly.', {
      extensions: { code: 'DEADLINE_EXCEEDED' },
    });
  }
  if (!(error instanceof SubgraphUnavailable)) return error;
  onFailure('unavailable');
  // That a circuit opened was told once; not again for each call.
  if (!(error instanceof CircuitOpen)) log.error('subgraph unavailable', { subgraph, error });
  return new GraphQLError(
    'This part of FinFlow does not answer at the moment. Try again shortly.',
    {
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    },
  );
}
