import { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MockLink } from '@apollo/client/testing';
import { ChakraProvider } from '@chakra-ui/react';
import { act, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { createCache } from '../apollo/cache.ts';
import { createSession, type Session } from '../apollo/session.ts';
import { SessionProvider } from '../apollo/SessionContext.tsx';
import { system } from '../theme/system.ts';

type Options = {
  /** The address, with its search. */
  readonly at?: string;
  /** The route's path, when it has parameters. */
  readonly path?: string;
  readonly mocks: readonly MockLink.MockedResponse[];
};

type DrawnPage = {
  readonly container: HTMLElement;
  readonly session: Session;
  readonly client: ApolloClient;
  readonly router: ReturnType<typeof createMemoryRouter>;
  readonly user: UserEvent;
};

/** Draws a page as the app would, with canned answers. Other addresses show their own path. */
export async function renderPage(
  Page: ComponentType,
  { at = '/', path, mocks }: Options,
): Promise<DrawnPage> {
  const session = signedOutSession();
  const client = new ApolloClient({
    cache: createCache(),
    dataMasking: true,
    link: new MockLink([...mocks], { defaultOptions: { delay: 0 } }),
  });
  const router = createMemoryRouter(
    [
      { path: path ?? new URL(at, 'http://finflow.test').pathname, Component: Page },
      { path: '*', Component: Elsewhere },
    ],
    { initialEntries: [at] },
  );
  const { container } = await act(async () =>
    render(
      <ChakraProvider value={system}>
        <SessionProvider value={session}>
          <ApolloProvider client={client}>
            <RouterProvider router={router} />
          </ApolloProvider>
        </SessionProvider>
      </ChakraProvider>,
    ),
  );
  return { container, session, client, router, user: userEvent.setup() };
}

function Elsewhere() {
  return <p>Another page</p>;
}

function signedOutSession(): Session {
  return createSession({ refreshSession: async () => ({ kind: 'refused' }), nowMs: () => 0 });
}
