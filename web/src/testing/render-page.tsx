import { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { ChakraProvider } from '@chakra-ui/react';
import { act, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { documentOptions } from '../apollo/sent-documents.ts';
import { createSession, type Session } from '../apollo/session.ts';
import { SessionProvider } from '../apollo/SessionContext.tsx';
import { system } from '../theme/system.ts';
import { toaster } from '../ui/toaster.ts';
import { Toasts } from '../ui/Toasts.tsx';
import { type Answers, type CannedLink, cannedLink } from './canned-link.ts';
import { owner } from './viewer.ts';

type Options = {
  /** The address, with its search. */
  readonly at?: string;
  /** The route's path, when it has parameters; several, when one page stands at all of them. */
  readonly path?: string | readonly string[];
  readonly answers?: Answers;
};

type DrawnPage = {
  readonly container: HTMLElement;
  readonly session: Session;
  readonly router: ReturnType<typeof createMemoryRouter>;
  readonly user: UserEvent;
  readonly sent: CannedLink['sent'];
  /** Sends a live event by the name of the operation that subscribed to it. */
  readonly emit: (name: string, data: Record<string, unknown>) => Promise<void>;
};

/** Draws a page as the app would for an owner, with canned answers. Every other address says that it is another page. */
export async function renderPage(
  Page: ComponentType,
  { at = '/', path, answers = {} }: Options,
): Promise<DrawnPage> {
  toaster.remove();
  const session = signedOutSession();
  const { link, sent, emit } = cannedLink({ Viewer: () => owner, ...answers });
  const client = new ApolloClient({
    ...documentOptions(),
    link,
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network' } },
  });
  const paths = path ?? new URL(at, 'http://finflow.test').pathname;
  const router = createMemoryRouter(
    [
      { Component: Page, children: [paths].flat().map((each) => ({ path: each })) },
      { path: '*', Component: Elsewhere },
    ],
    { initialEntries: [at] },
  );
  const { container } = await act(async () =>
    render(
      <ChakraProvider value={system}>
        <SessionProvider value={session}>
          <ApolloProvider client={client}>
            <RouterProvider router={router} useTransitions={false} />
            <Toasts />
          </ApolloProvider>
        </SessionProvider>
      </ChakraProvider>,
    ),
  );
  return {
    container,
    session,
    router,
    user: userEvent.setup(),
    sent,
    emit: (name, data) => act(async () => emit(name, data)),
  };
}

function Elsewhere() {
  return <p>Another page</p>;
}

function signedOutSession(): Session {
  return createSession({ refreshSession: async () => ({ kind: 'refused' }), nowMs: () => 0 });
}
