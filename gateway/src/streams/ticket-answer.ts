import { jsonResponse } from '@finflow/shared/http/route';
import { graphqlRefusal, type Answer, type Incoming } from '../http/answer.ts';
import type { CallerOf } from '../http/caller-of.ts';
import { readBody } from '@finflow/shared/http/read-body';
import type { StreamTickets } from './stream-tickets.ts';

/** Where a page asks for a ticket before it opens an EventSource. */
const ticketPath = '/graphql/stream-ticket';

/** Gives a known caller a ticket for one stream. */
export const createTicketAnswer =
  (tickets: StreamTickets, callerOf: CallerOf): Answer =>
  (incoming) =>
    incoming.url.pathname === ticketPath ? answer(tickets, callerOf, incoming) : null;

async function answer(tickets: StreamTickets, callerOf: CallerOf, incoming: Incoming) {
  if (incoming.message.method !== 'POST') {
    return graphqlRefusal(405, 'BAD_REQUEST', 'Ask for a ticket by POST.');
  }
  await readBody(incoming.message, 0);
  const caller = await callerOf(incoming);
  if ('status' in caller) return caller;
  if (caller.viewer.kind === 'anonymous') {
    return graphqlRefusal(401, 'UNAUTHENTICATED', 'Sign in to open a stream.');
  }
  const response = jsonResponse(201, await tickets.issue(caller));
  return { ...response, headers: { ...response.headers, 'cache-control': 'no-store' } };
}
