import { ApolloProvider } from '@apollo/client/react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { createPayClient } from '../../apollo/client.ts';
import { PayContent } from './PayContent.tsx';

/** The public page behind a payment link. Its client knows the link and nothing of a signed-in user. */
export function Component() {
  const { token = '' } = useParams();
  return <WithPayClient key={token} token={token} />;
}

function WithPayClient({ token }: { token: string }) {
  const [client] = useState(() => createPayClient(token));
  return (
    <ApolloProvider client={client}>
      <PayContent />
    </ApolloProvider>
  );
}
