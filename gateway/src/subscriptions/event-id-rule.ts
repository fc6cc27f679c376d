import { organizationOf } from '@finflow/shared/viewer';
import type { OperationRule } from '../rules-in-turn.ts';
import type { Feeds } from './create-feeds.ts';

/** Who reads something and then listens to its changes sends it with the query. */
export const eventIdHeader = 'x-finflow-event-id';

/**
 * Tells who asks for it after which event a feed must go on to miss nothing of what changes what was answered, as
 * `extensions.eventId`: how far the log was heard before anything was read.
 */
export const eventIdRule = (position: Feeds['position']): OperationRule => ({
  requestDidStart: ({ request, contextValue }) => {
    if (request.http?.headers.get(eventIdHeader) !== '1') return undefined;
    const organizationId = organizationOf(contextValue.viewer);
    if (organizationId === null) return undefined;
    const eventId = position(organizationId);
    return {
      willSendResponse: ({ response: { body } }) => {
        const result = body.kind === 'single' ? body.singleResult : body.initialResult;
        result.extensions = { ...result.extensions, eventId };
      },
    };
  },
});
