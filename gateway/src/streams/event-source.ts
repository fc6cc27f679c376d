import { graphqlRefusal, headerOf, type Incoming } from '../http/answer.ts';
import type { CallerOf } from '../http/caller-of.ts';
import { isForeignOrigin } from '../http/origin.ts';
import { eventStream } from './event-stream.ts';
import { acceptedFormat } from './accepted-format.ts';
import type { StreamTickets } from './stream-tickets.ts';

/**
 * Who calls, also by EventSource, which can't send a header: by the ticket in its address. A page of another origin gets no stream,
 * since the browser would not ask before it sends such a request.
 * @param byHeader who calls by the Authorization header
 * @param origins of pages that may open a stream, beside the one that served the page
 */
export function callerByTicketOr(
  byHeader: CallerOf,
  tickets: StreamTickets,
  origins: readonly string[],
): CallerOf {
  return (incoming) => (isEventSource(incoming) ? callerOfStream(incoming) : byHeader(incoming));

  async function callerOfStream(incoming: Incoming) {
    if (isForeignOrigin(incoming.message.headers, origins)) {
      return graphqlRefusal(403, 'FORBIDDEN', 'Pages of this origin get no stream.');
    }
    const ticket = incoming.url.searchParams.get('ticket');
    if (ticket === null) return byHeader(incoming);
    const caller = await tickets.redeem(ticket);
    return (
      caller ?? graphqlRefusal(401, 'UNAUTHENTICATED', 'The ticket is not valid, or no longer.')
    );
  }
}

const isEventSource = (incoming: Incoming): boolean =>
  incoming.message.method === 'GET' && acceptedFormat(headerOf(incoming, 'accept')) === eventStream;
