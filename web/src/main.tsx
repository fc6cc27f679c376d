import { ApolloProvider } from '@apollo/client/react';
import { ChakraProvider } from '@chakra-ui/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { createUserClient, endpoint } from './apollo/client.ts';
import { leaveAtEnd } from './apollo/leave-at-end.ts';
import { refreshSession } from './apollo/refresh-session.ts';
import { createSession } from './apollo/session.ts';
import { SessionProvider } from './apollo/SessionContext.tsx';
import { createRoutes } from './routes.tsx';
import { system } from './theme/system.ts';
import { Toasts } from './ui/Toasts.tsx';

const session = createSession({
  refreshSession: () => refreshSession(endpoint),
  nowMs: () => Date.now(),
});
const client = createUserClient(session);
const router = createBrowserRouter(createRoutes(session));

leaveAtEnd({ session, client, goTo: (path, state) => router.navigate(path, { state }) });

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

// In a transition a query that answers draws the old address once more, and asks for it again: a click on a filter would be asked many
// times over, and seen seconds later. What a page shows while it waits is its own business (Faces).
createRoot(root).render(
  <StrictMode>
    <ChakraProvider value={system}>
      <SessionProvider value={session}>
        <ApolloProvider client={client}>
          <RouterProvider router={router} useTransitions={false} />
          <Toasts />
        </ApolloProvider>
      </SessionProvider>
    </ChakraProvider>
  </StrictMode>,
);
