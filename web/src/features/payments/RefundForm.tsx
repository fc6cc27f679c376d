import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, HStack, Stack, Text } from '@chakra-ui/react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { answerOf, placeRefusal } from '../../apollo/refusal.ts';
import { formatMoney, fromMinor } from '../../lib/format-money.ts';
import { newKey } from '../../lib/new-key.ts';
import { explainAmount, parseAmount } from '../../lib/parse-amount.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { Form, SubmitButton } from '../../ui/Form.tsx';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toaster } from '../../ui/toaster.ts';
import { PAYMENT_PAGE_PAYMENT, type PaymentDetail } from './payment-page.queries.ts';
import type {
  RefundPaymentMutation,
  RefundPaymentMutationVariables,
} from './RefundForm.generated.ts';

export const REFUND_PAYMENT: TypedDocumentNode<
  RefundPaymentMutation,
  RefundPaymentMutationVariables
> = gql`
  mutation RefundPayment($input: RefundPaymentInput!) {
    refundPayment(input: $input) {
      ... on PaymentRefunded {
        payment {
          id
          ...PaymentPage_payment
        }
      }
      ... on Refusal {
        code
        message
        field
      }
    }
  }
  ${PAYMENT_PAGE_PAYMENT}
`;

type Props = {
  readonly payment: Pick<PaymentDetail, 'id' | 'amount' | 'amountRefunded'>;
  readonly onDone: () => void;
};

/** Gives money back, all that is left or a part of it. Asks once more before it does. */
export function RefundForm({ payment, onDone }: Props) {
  const [refundPayment] = useMutation(REFUND_PAYMENT, { refetchQueries: ['Dashboard'] });
  // One key for each amount while the form is open: a second click or a retry can't give it back twice.
  const [key, setKey] = useState(newKey);
  const [asked, setAsked] = useState<bigint | null>(null);
  const { currency } = payment.amount;
  const left = BigInt(payment.amount.minor) - BigInt(payment.amountRefunded.minor);
  const form = useForm({
    defaultValues: { amountMinor: fromMinor(left, currency).decimal, reason: '' },
  });
  const { errors } = form.formState;
  const say = (minor: bigint) => formatMoney(fromMinor(minor, currency));
  const check = ({ amountMinor }: { amountMinor: string }) => {
    const minor = parseAmount(amountMinor, currency);
    if (minor !== null && minor > 0n && minor <= left) return setAsked(minor);
    const expected = `Enter an amount above zero, at most ${say(left)}.`;
    const message = explainAmount(amountMinor, currency, expected);
    form.setError('amountMinor', { message }, { shouldFocus: true });
  };
  const refund = async (minor: bigint) => {
    const reason = form.getValues('reason').trim();
    const input = { paymentId: payment.id, amountMinor: minor.toString() };
    const idempotencyKey = `${key}.${minor}`;
    const sent = refundPayment({
      variables: { input: { ...input, reason: reason || null, idempotencyKey } },
    });
    const answer = await answerOf(sent, (data) => data.refundPayment);
    setAsked(null);
    // A key stands for what came of it: after the provider's no, the next try is another refund.
    if (answer.__typename === 'ProviderUnavailable') setKey(newKey);
    if (answer.__typename !== 'PaymentRefunded') return placeRefusal(form, answer);
    toaster.success({ title: `${say(minor)} goes back to the customer` });
    onDone();
  };
  const change = () => {
    setAsked(null);
    form.setFocus('amountMinor');
  };
  const submit = form.handleSubmit((values) => (asked === null ? check(values) : refund(asked)));
  return (
    <Form onSend={submit}>
      <Stack gap="4">
        <AmountField
          label="Amount"
          currency={currency}
          hint={`${say(left)} can be given back.`}
          readOnly={asked !== null}
          error={errors.amountMinor?.message}
          {...form.register('amountMinor')}
        />
        <TextField
          label="Reason (for your records)"
          readOnly={asked !== null}
          error={errors.reason?.message}
          {...form.register('reason')}
        />
        <FormError message={errors.root?.message} />
        {asked === null ? (
          <FormButtons verb="Continue" onCancel={onDone} />
        ) : (
          <Question amount={say(asked)} onChange={change} />
        )}
      </Stack>
    </Form>
  );
}

type QuestionProps = { readonly amount: string; readonly onChange: () => void };

/** One function for good: another at each drawing would take the focus back from wherever it has gone. */
const takeFocus = (button: HTMLButtonElement | null): void => button?.focus();

/** Asks once more. The focus is on the way back: Enter pressed twice in the amount's field must not send the money. */
function Question({ amount, onChange }: QuestionProps) {
  return (
    <>
      <Text as="output">{amount} will be sent back to the customer. This can’t be undone.</Text>
      <HStack justify="end">
        <Button variant="outline" ref={takeFocus} onClick={onChange}>
          Change
        </Button>
        <SubmitButton colorPalette="red">Refund {amount}</SubmitButton>
      </HStack>
    </>
  );
}
