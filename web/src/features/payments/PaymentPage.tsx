import { useQuery, useSubscription } from '@apollo/client/react';
import { Alert, Grid, Stack } from '@chakra-ui/react';
import { useParams } from 'react-router';
import { Allowed, NotAllowed } from '../../apollo/Allowed.tsx';
import { Faces } from '../../apollo/Faces.tsx';
import { useRefetchSoon } from '../../apollo/use-refetch-soon.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PaymentStatusBadge } from '../../ui/PaymentStatusBadge.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { PageSkeleton } from '../../ui/Skeletons.tsx';
import { useSheet } from '../../ui/use-sheet.ts';
import { PaymentEntries } from './PaymentEntries.tsx';
import { PaymentRefunds } from './PaymentRefunds.tsx';
import { PaymentSums } from './PaymentSums.tsx';
import { PaymentTimeline } from './PaymentTimeline.tsx';
import {
  PAYMENT_PAGE,
  PAYMENT_PAGE_CHANGED,
  PAYMENT_PAGE_POSTED,
  type PaymentDetail,
} from './payment-page.queries.ts';
import { RefundButton } from './RefundButton.tsx';
import { RefundForm } from './RefundForm.tsx';

const back = { to: '/payments', label: 'Payments' };

/** One payment, live: what the customer paid, what is left of it, what the books say. */
export function Component() {
  const { id = '' } = useParams();
  const query = useQuery(PAYMENT_PAGE, { variables: { id } });
  const refetchSoon = useRefetchSoon(query.refetch);
  useSubscription(PAYMENT_PAGE_CHANGED, {
    variables: { id },
    onData: refetchSoon,
    ignoreResults: true,
  });
  useSubscription(PAYMENT_PAGE_POSTED, { onData: refetchSoon, ignoreResults: true });
  return (
    <Faces query={query} skeleton={<PageSkeleton what="the payment" />}>
      {({ payment }) => (payment ? <Found payment={payment} /> : <Missing />)}
    </Faces>
  );
}

function Found({ payment }: { payment: PaymentDetail }) {
  const { sheet, close } = useSheet();
  return (
    <>
      <PageHeader
        title={`Payment of ${payment.invoice.number ?? 'a draft'}`}
        lead={payment.invoice.customer.name}
        back={back}
        mark={<PaymentStatusBadge status={payment.status} />}
        actions={<RefundButton status={payment.status} />}
      />
      {payment.status === 'FAILED' && payment.failure && (
        <Alert.Root status="error" rounded="xl" mb="5">
          <Alert.Indicator />
          <Alert.Title fontWeight="normal">
            {payment.failure.message} Nothing was charged; the customer can try again.
          </Alert.Title>
        </Alert.Root>
      )}
      <Grid
        templateColumns={{ base: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 21rem' }}
        gap="5"
        alignItems="start"
      >
        <Stack gap="5">
          <PaymentSums payment={payment} />
          <PaymentRefunds refunds={payment.refunds} />
          <PaymentEntries entries={payment.journalEntries} />
        </Stack>
        <PaymentTimeline timeline={payment.timeline} />
      </Grid>
      <Sheet title="Refund" isOpen={sheet === 'refund'} onClose={close}>
        <Allowed
          right="payments:write"
          otherwise={<NotAllowed what="refund payments" right="payments:write" />}
        >
          <RefundForm payment={payment} onDone={close} />
        </Allowed>
      </Sheet>
    </>
  );
}

function Missing() {
  return (
    <>
      <PageHeader title="Payment" back={back} />
      <EmptyState
        kind="no-match"
        title="This payment does not exist"
        action={
          <LinkButton to="/payments" variant="outline">
            Show all payments
          </LinkButton>
        }
      >
        The address may be mistyped.
      </EmptyState>
    </>
  );
}
