import { type TypedDocumentNode, gql } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { useQuery } from '@apollo/client/react';
import { expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { noAnswerYet } from '../testing/canned-link.ts';
import { renderPage } from '../testing/render-page.tsx';
import { Faces } from './Faces.tsx';

const COUNT: TypedDocumentNode<{ count: string }, { of: string }> = gql`
  query Count($of: String!) {
    count(of: $of)
  }
`;

function Counter() {
  const [of, setOf] = useState('pears');
  const query = useQuery(COUNT, { variables: { of } });
  return (
    <>
      <button type="button" onClick={() => void query.refetch().catch(() => undefined)}>
        Ask again
      </button>
      <button type="button" onClick={() => setOf('plums')}>
        Plums
      </button>
      <Faces query={query} skeleton="Skeleton">
        {({ count }) => (
          <label>
            {count} <input aria-label="Draft" />
          </label>
        )}
      </Faces>
    </>
  );
}

type Server = { answer: Error | { count: string } | typeof noAnswerYet };

async function open() {
  const server: Server = { answer: { count: '3 pears' } };
  const view = await renderPage(Counter, { answers: { Count: () => server.answer } });
  await screen.findByText('3 pears');
  const click = (name: string) => view.user.click(screen.getByRole('button', { name }));
  return { ...view, server, click };
}

const note = /may be out of date/;
const offline = new Error('offline');
const refused = (code: string) =>
  new CombinedGraphQLErrors({ errors: [{ message: 'no', extensions: { code } }] });

it('keeps what it shows when that can’t be asked anew, says so, and asks until it can', async () => {
  const { server, click, user, sent } = await open();
  await user.type(screen.getByLabelText('Draft'), 'half');
  server.answer = offline;
  await click('Ask again');
  expect(await screen.findByText(note)).toBeInTheDocument();
  expect(screen.getByText('3 pears')).toBeInTheDocument();
  expect(screen.queryByRole('alert')).toBeNull();
  const before = sent.length;
  await act(async () => dispatchEvent(new Event('online')));
  await waitFor(() => expect(sent.length).toBeGreaterThan(before));
  expect(screen.getByText(note)).toBeInTheDocument();
  server.answer = { count: '4 pears' };
  await act(async () => dispatchEvent(new Event('online')));
  expect(await screen.findByText('4 pears')).toBeInTheDocument();
  expect(screen.queryByText(note)).toBeNull();
  expect(screen.getByLabelText('Draft')).toHaveValue('half');
});

it('asks again also when nothing tells that the connection is back', async () => {
  const { server, click } = await open();
  server.answer = refused('INTERNAL_SERVER_ERROR');
  await click('Ask again');
  await screen.findByText(note);
  server.answer = { count: '4 pears' };
  expect(await screen.findByText('4 pears', {}, { timeout: 20_000 })).toBeInTheDocument();
}, 30_000);

it('shows no longer what may not be seen any more', async () => {
  const { server, click } = await open();
  server.answer = refused('FORBIDDEN');
  await click('Ask again');
  expect(await screen.findByRole('alert')).toHaveTextContent('Your role does not allow this.');
  expect(screen.queryByText('3 pears')).toBeNull();
});

it('keeps the old answer while another question waits', async () => {
  const { server, click } = await open();
  server.answer = noAnswerYet;
  await click('Plums');
  expect(screen.getByText('3 pears').closest('[aria-busy]')).toHaveAttribute('aria-busy', 'true');
});

it('does not take the answer to another question for the one that failed', async () => {
  const { server, click } = await open();
  server.answer = offline;
  await click('Plums');
  expect(await screen.findByRole('alert')).toHaveTextContent('FinFlow can’t be reached.');
  expect(screen.queryByText('3 pears')).toBeNull();
});
