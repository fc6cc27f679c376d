import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Stack } from '@chakra-ui/react';
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import * as z from 'zod/mini';
import { answerOf, placeRefusal } from '../../apollo/refusal.ts';
import { requiredDay } from '../../lib/day-rule.ts';
import { formatDate, localDateIn } from '../../lib/format-date.ts';
import { formatMoney, fromMinor } from '../../lib/format-money.ts';
import { newKey } from '../../lib/new-key.ts';
import { amountLike, explainAmount, parseAmount } from '../../lib/parse-amount.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Form } from '../../ui/Form.tsx';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { toaster } from '../../ui/toaster.ts';
import { INVOICE_PAYMENTS } from './InvoicePayments.tsx';
import { INVOICE_ROW } from './InvoiceRow.tsx';
import { INVOICE_SUMS } from './InvoiceSums.tsx';
import { INVOICE_TIMELINE } from './InvoiceTimeline.tsx';
import type {
  RecordPaymentMutation,
  RecordPaymentMutationVariables,
} from './RecordPaymentForm.generated.ts';

export const RECORD_PAYMENT: TypedDocumentNode<
  RecordPaymentMutation,
  RecordPaymentMutationVariables
> = gql`
  mutation RecordPayment($input: RecordPaymentInput!) {
    recordPayment(input: $input) {
      ... on InvoiceSaved {
        invoice {
          id
          ...InvoiceRow_invoice
          ...InvoiceSums_invoice
          ...InvoiceTimeline_invoice
          ...InvoicePayments_invoice
        }
      }
      ... on Refusal {
        code
        message
        field
      }
    }
  }
  ${INVOICE_ROW}
  ${INVOICE_SUMS}
  ${INVOICE_TIMELINE}
  ${INVOICE_PAYMENTS}
`;

const methods = [
  { value: 'BANK_TRANSFER', label: 'Bank transfer' },
  { value: 'CASH', label: 'Cash' },
  { value: 'CHEQUE', label: 'Cheque' },
] as const;

const schema = z.object({
  amountMinor: z.string(),
  paidOn: requiredDay('Choose the day the money came in.'),
  method: z.enum(['BANK_TRANSFER', 'CASH', 'CHEQUE']),
});

type Props = {
  readonly invoiceId: string;
  readonly due: { readonly decimal: string; readonly currency: string };
  /** Money is no older than its invoice. */
  readonly issuedOn: string | null;
  /** What the company's clocks show; undefined: the reader's. */
  readonly timeZone: string | undefined;
  readonly onDone: () => void;
};

/** Money that came in outside the payment provider. */
export function RecordPaymentForm({ invoiceId, due, issuedOn, timeZone, onDone }: Props) {
  const [recordPayment] = useMutation(RECORD_PAYMENT, { refetchQueries: ['Dashboard'] });
  // One key for as long as the form is open: a second click or a retry can't record it twice.
  const [idempotencyKey] = useState(newKey);
  const [today] = useState(() => localDateIn(timeZone, new Date()));
  const form = useForm<z.infer<typeof schema>>({
    resolver: standardSchemaResolver(schema),
    defaultValues: {
      amountMinor: due.decimal,
      paidOn: today,
      method: 'BANK_TRANSFER',
    },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async ({ amountMinor, ...rest }) => {
    const minor = parseAmount(amountMinor, due.currency);
    if (minor === null || minor <= 0n) {
      const expected = `Enter an amount above zero, such as ${amountLike(due.currency)}.`;
      const message = explainAmount(amountMinor, due.currency, expected);
      form.setError('amountMinor', { message }, { shouldFocus: true });
      return;
    }
    if (issuedOn !== null && rest.paidOn < issuedOn) {
      const message = `The invoice was issued on ${formatDate(issuedOn)}. Choose that day or a later one.`;
      form.setError('paidOn', { message }, { shouldFocus: true });
      return;
    }
    const input = { invoiceId, amountMinor: minor.toString(), idempotencyKey, ...rest };
    const sent = recordPayment({ variables: { input } });
    const answer = await answerOf(sent, (data) => data.recordPayment);
    if (answer.__typename !== 'InvoiceSaved') return placeRefusal(form, answer);
    toaster.success({ title: `${formatMoney(fromMinor(minor, due.currency))} was recorded` });
    onDone();
  });
  return (
    <Form onSend={submit}>
      <Stack gap="4">
        <AmountField
          label="Amount"
          currency={due.currency}
          hint={`${formatMoney(due)} is open.`}
          error={errors.amountMinor?.message}
          {...form.register('amountMinor')}
        />
        <DateField
          label="Paid on"
          min={issuedOn ?? undefined}
          error={errors.paidOn?.message}
          {...form.register('paidOn')}
        />
        <SelectField label="How" options={methods} {...form.register('method')} />
        <FormError message={errors.root?.message} />
        <FormButtons verb="Record payment" onCancel={onDone} />
      </Stack>
    </Form>
  );
}
