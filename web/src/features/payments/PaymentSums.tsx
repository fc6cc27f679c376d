import { formatInstant } from '../../lib/format-date.ts';
import { isZero } from '../../lib/format-money.ts';
import { Fact, Facts } from '../../ui/Facts.tsx';
import { Money } from '../../ui/Money.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { describeMethod } from './describe-method.ts';
import type { PaymentDetail } from './payment-page.queries.ts';

/** What was paid, what the provider kept, what is left. */
export function PaymentSums({ payment }: { payment: PaymentDetail }) {
  const { amount, amountRefunded, fee, net, method, invoice, completedAt, createdAt } = payment;
  return (
    <Panel title="Details">
      <Facts>
        <Fact label="Amount">
          <Money value={amount} fontWeight="semibold" />
        </Fact>
        {fee && (
          <Fact label="Fee">
            <Money value={fee} />
          </Fact>
        )}
        {!isZero(amountRefunded.decimal) && (
          <Fact label="Refunded">
            <Money value={amountRefunded} />
          </Fact>
        )}
        {net && (
          <Fact label="Net">
            <Money value={net} fontWeight="semibold" />
          </Fact>
        )}
        <Fact label="With">{describeMethod(method)}</Fact>
        <Fact label="Through">{payment.provider === 'STRIPE' ? 'Stripe' : 'Recorded by hand'}</Fact>
        <Fact label="Invoice">
          <TextLink to={`/invoices/${invoice.id}`}>{invoice.number ?? 'Draft'}</TextLink>
        </Fact>
        <Fact label="Begun">{formatInstant(createdAt)}</Fact>
        {completedAt && <Fact label="Completed">{formatInstant(completedAt)}</Fact>}
      </Facts>
    </Panel>
  );
}
