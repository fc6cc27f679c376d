import { formatInstant } from '../../lib/format-date.ts';
import { Fact, Facts } from '../../ui/Facts.tsx';
import { Money } from '../../ui/Money.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import type { PayPageData } from './pay-page.queries.ts';
import { ReceiptPdf } from './ReceiptPdf.tsx';

/** What the customer keeps: how much, for what, when, with what. */
export function Receipt({ page }: { page: PayPageData }) {
  const { invoice, latestPayment, organizationName } = page;
  const { brand, last4 } = latestPayment?.method ?? { brand: null, last4: null };
  return (
    <Panel title="Receipt" aside={<StatusBadge tone="good">Paid</StatusBadge>}>
      <Facts mb="5">
        <Fact label="Amount">
          <Money value={invoice.total} fontWeight="semibold" />
        </Fact>
        <Fact label="Paid to">{organizationName}</Fact>
        <Fact label="Invoice">{invoice.number}</Fact>
        {latestPayment?.completedAt && (
          <Fact label="Paid on">{formatInstant(latestPayment.completedAt)}</Fact>
        )}
        {last4 && <Fact label="With">{`${brand ?? 'account'} ending in ${last4}`}</Fact>}
      </Facts>
      <ReceiptPdf id={invoice.id} />
    </Panel>
  );
}
