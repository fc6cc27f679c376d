import { useSubscription } from '@apollo/client/react';
import { Box, Grid, Heading, Stack, Text } from '@chakra-ui/react';
import { useState } from 'react';
import { toPaper } from '../../apollo/invoice-paper.ts';
import { useRefetchSoon } from '../../apollo/use-refetch-soon.ts';
import { formatDate } from '../../lib/format-date.ts';
import { InvoicePaper } from '../../ui/InvoicePaper.tsx';
import { Money } from '../../ui/Money.tsx';
import { Confirming } from './Confirming.tsx';
import { PayForm } from './PayForm.tsx';
import { PayFrame } from './PayFrame.tsx';
import { PAY_INVOICE_CHANGED, PAY_PAYMENT_CHANGED, type PayPageData } from './pay-page.queries.ts';
import { Processing } from './Processing.tsx';
import { Receipt } from './Receipt.tsx';

type Props = { readonly page: PayPageData; readonly refetch: () => Promise<unknown> };

/** The invoice and what can be done about it now, live. */
export function PayInvoice({ page, refetch }: Props) {
  const { invoice, organizationName } = page;
  const refetchSoon = useRefetchSoon(refetch);
  const live = { variables: { invoiceId: invoice.id }, onData: refetchSoon, ignoreResults: true };
  useSubscription(PAY_PAYMENT_CHANGED, live);
  useSubscription(PAY_INVOICE_CHANGED, live);
  return (
    <PayFrame title={`Invoice ${invoice.number ?? ''} from ${organizationName}`}>
      <Box mb="6">
        <Text color="fg.muted">{organizationName} sent you an invoice</Text>
        <Heading as="h1" size="3xl" letterSpacing="-0.02em" mt="1">
          {page.isPaid ? 'Paid, thank you' : <Money value={page.amountDue} />}
        </Heading>
        {!page.isPaid && invoice.dueDate && (
          <Due date={invoice.dueDate} isLate={invoice.isOverdue} />
        )}
      </Box>
      <Grid
        templateColumns={{ base: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 24rem' }}
        gap="6"
        alignItems="start"
      >
        <Box order={{ base: 2, lg: 1 }}>
          <InvoicePaper paper={toPaper(invoice, organizationName)} />
        </Box>
        <Stack order={{ base: 1, lg: 2 }} aria-live="polite">
          <NextStep page={page} refetch={refetch} />
        </Stack>
      </Grid>
    </PayFrame>
  );
}

function Due({ date, isLate }: { date: string; isLate: boolean }) {
  return (
    <Text color={isLate ? 'fg.error' : 'fg.muted'}>
      {isLate ? 'Was due on' : 'Due on'} {formatDate(date)}
    </Text>
  );
}

/** Pay, wait for the bank, or keep the receipt. A new amount due means a new form. */
function NextStep({ page, refetch }: Props) {
  const [confirmedFor, setConfirmedFor] = useState<string | null>(null);
  const { amountDue, isPaid, latestPayment } = page;
  if (isPaid) return <Receipt page={page} />;
  if (latestPayment?.status === 'PROCESSING') return <Processing />;
  if (confirmedFor === amountDue.minor) return <Confirming refetch={refetch} />;
  return (
    <PayForm
      key={amountDue.minor}
      amountDue={amountDue}
      failure={latestPayment?.status === 'FAILED' ? latestPayment.failure : null}
      onConfirmed={() => setConfirmedFor(amountDue.minor)}
    />
  );
}
