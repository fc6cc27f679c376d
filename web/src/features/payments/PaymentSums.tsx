import { DataList, Link as ChakraLink } from '@chakra-ui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatInstant } from '../../lib/format-date.ts';
import { isZero } from '../../lib/format-money.ts';
import { Money } from '../../ui/Money.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { describeMethod } from './describe-method.ts';
import type { PaymentDetail } from './payment-page.queries.ts';

/** What was paid, what the provider kept, what is left. */
export function PaymentSums({ payment }: { payment: PaymentDetail }) {
  const { amount, amountRefunded, fee, net, method, invoice, completedAt, createdAt } = payment;
  return (
    <Panel title="Details">
      <DataList.Root orientation="horizontal">
        <Row label="Amount">
          <Money value={amount} fontWeight="semibold" />
        </Row>
        {fee && (
          <Row label="Fee">
            <Money value={fee} />
          </Row>
        )}
        {!isZero(amountRefunded.decimal) && (
          <Row label="Refunded">
            <Money value={amountRefunded} />
          </Row>
        )}
        {net && (
          <Row label="Net">
            <Money value={net} fontWeight="semibold" />
          </Row>
        )}
        <Row label="With">{describeMethod(method)}</Row>
        <Row label="Through">{payment.provider === 'STRIPE' ? 'Stripe' : 'Recorded by hand'}</Row>
        <Row label="Invoice">
          <ChakraLink asChild>
            <Link to={`/invoices/${invoice.id}`}>{invoice.number ?? 'Draft'}</Link>
          </ChakraLink>
        </Row>
        <Row label="Begun">{formatInstant(createdAt)}</Row>
        {completedAt && <Row label="Completed">{formatInstant(completedAt)}</Row>}
      </DataList.Root>
    </Panel>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <DataList.Item>
      <DataList.ItemLabel>{label}</DataList.ItemLabel>
      <DataList.ItemValue>{children}</DataList.ItemValue>
    </DataList.Item>
  );
}
