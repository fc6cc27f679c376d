import { nextTraceparent } from '@finflow/shared/tracing/traceparent';
import type { GatewayContext } from '../request-context.ts';

/** The subgraph that signs people in: the only one that gets the refresh token and sets cookies. */
export const identitySubgraph = 'auth';

/** What a subgraph learns of the request beside its caller. A fixed list: nothing that a client sends passes by itself. */
export const callHeaders = (subgraph: string, context: GatewayContext) => ({
  'x-request-id': context.requestId,
  traceparent: nextTraceparent(context.traceId),
  'x-forwarded-for': context.address,
  'user-agent': context.userAgent,
  'x-finflow-refresh-token': subgraph === identitySubgraph ? context.refreshToken : undefined,
});
