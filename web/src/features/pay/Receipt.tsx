import { DataList } from '@chakra-ui/react';
import { formatInstant } from '../../lib/format-date.ts';
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
      <DataList.Root orientation="horizontal" mb="5">
        <Row label="Amount">
          <Money value={invoice.total} fontWeight="semibold" />
        </Row>
        <Row label="Paid to">{organizationName}</Row>
        <Row label="Invoice">{invoice.number}</Row>
        {latestPayment?.completedAt && (
          <Row label="Paid on">{formatInstant(latestPayment.completedAt)}</Row>
        )}
        {last4 && <Row label="With">{`${brand ?? 'account'} ending in ${last4}`}</Row>}
      </DataList.Root>
      <ReceiptPdf id={invoice.id} />
    </Panel>
  );
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <DataList.Item>
      <DataList.ItemLabel>{label}</DataList.ItemLabel>
      <DataList.ItemValue>{children}</DataList.ItemValue>
    </DataList.Item>
  );
}
