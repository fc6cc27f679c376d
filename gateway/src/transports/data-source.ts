import type { GraphQLDataSource } from '@apollo/gateway';
import { log } from '@finflow/shared/log';
import { viewerHeader } from '@finflow/shared/signed-viewer';
import { GraphQLError } from 'graphql';
import { nextTraceparent, type GatewayContext } from '../request-context.ts';
import type { ViewerSigner } from '../viewer/viewer-signer.ts';
import { SubgraphUnavailable, type SubgraphTransport } from './subgraph-transport.ts';

export type DataSourceOptions = {
  readonly name: string;
  readonly transport: SubgraphTransport;
  readonly signer: ViewerSigner;
};

/** The query planner's door to one subgraph: adds who calls and in which trace, and collects the cookies to set. */
export const createDataSource = (options: DataSourceOptions): GraphQLDataSource => ({
  process: async ({ request, context }) => {
    const { setCookies, ...result } = await call(options, request, context as GatewayContext);
    (context as GatewayContext).setCookies.push(...setCookies);
    return result as Awaited<ReturnType<GraphQLDataSource['process']>>;
  },
});

type PlannedRequest = Parameters<GraphQLDataSource['process']>[0]['request'];

async function call(
  { name, transport, signer }: DataSourceOptions,
  { query, variables, operationName }: PlannedRequest,
  context: GatewayContext,
) {
  if (query === undefined) throw new Error('The planner sends every operation as text');
  try {
    return await transport.execute({
      query,
      ...(variables && { variables }),
      ...(operationName && { operationName }),
      headers: await headersFor(name, signer, context),
    });
  } catch (error) {
    if (!(error instanceof SubgraphUnavailable)) throw error;
    log.error('subgraph unavailable', { subgraph: name, error });
    throw unavailable();
  }
}

async function headersFor(name: string, signer: ViewerSigner, context: GatewayContext) {
  const { refreshToken } = context;
  return {
    [viewerHeader]: await signer(context.viewer),
    'x-request-id': context.requestId,
    traceparent: nextTraceparent(context.traceId),
    'x-forwarded-for': context.address,
    'user-agent': context.userAgent,
    ...(name === 'auth' && refreshToken && { 'x-finflow-refresh-token': refreshToken }),
  };
}

const unavailable = () =>
  new GraphQLError('This part of FinFlow does not answer at the moment. Try again shortly.', {
    extensions: { code: 'SERVICE_UNAVAILABLE' },
  });
