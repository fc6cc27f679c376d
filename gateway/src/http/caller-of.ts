import type { HttpResponse } from '@finflow/shared/http/route';
import { log } from '@finflow/shared/log';
import { GraphQLError } from 'graphql';
import { readCaller, type Caller, type ViewerOptions } from '../viewer/read-viewer.ts';
import { graphqlRefusal, headerOf, type Incoming } from './answer.ts';

/** Who calls, or the answer to a caller whose credential is no good. */
export type CallerOf = (incoming: Incoming) => Promise<Caller | HttpResponse>;

/** Reads the caller from the Authorization header. */
export const callerByHeader =
  (viewers: ViewerOptions): CallerOf =>
  async (incoming) => {
    try {
      return await readCaller(headerOf(incoming, 'authorization'), viewers);
    } catch (error) {
      if (error instanceof GraphQLError) {
        return graphqlRefusal(401, 'UNAUTHENTICATED', error.message);
      }
      log.error('could not verify a caller', { error });
      return graphqlRefusal(
        503,
        'SERVICE_UNAVAILABLE',
        'Signing in is not possible at the moment.',
      );
    }
  };
