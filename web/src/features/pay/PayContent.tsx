import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { useQuery } from '@apollo/client/react';
import { Faces } from '../../apollo/Faces.tsx';
import { isNotSignedIn } from '../../apollo/links.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageSkeleton } from '../../ui/Skeletons.tsx';
import { PayFrame } from './PayFrame.tsx';
import { PayInvoice } from './PayInvoice.tsx';
import { PAY_PAGE } from './pay-page.queries.ts';

/** What the caller's payment link leads to. */
export function PayContent() {
  const query = useQuery(PAY_PAGE);
  if (isWrongLink(query.error)) return <WrongLink />;
  return (
    <Faces
      query={query}
      skeleton={
        <PayFrame title="Invoice">
          <PageSkeleton what="the invoice" />
        </PayFrame>
      }
    >
      {({ payPage }) =>
        payPage ? <PayInvoice page={payPage} refetch={query.refetch} /> : <WrongLink />
      }
    </Faces>
  );
}

function WrongLink() {
  return (
    <PayFrame title="Payment link">
      <EmptyState kind="no-match" title="This payment link does not work">
        It may be cut off or no longer valid. Nothing was charged. Open the link from the invoice
        again, or ask whoever sent it for a new one.
      </EmptyState>
    </PayFrame>
  );
}

function isWrongLink(error: unknown): boolean {
  if (isNotSignedIn(error)) return true;
  if (!CombinedGraphQLErrors.is(error)) return false;
  return error.errors.some(({ extensions }) => extensions?.['code'] === 'FORBIDDEN');
}
