import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Alert, Stack, Text } from '@chakra-ui/react';
import { useState } from 'react';
import { answerOf } from '../../apollo/refusal.ts';
import { formatMoney, type MoneyText } from '../../lib/format-money.ts';
import { newKey } from '../../lib/new-key.ts';
import { BusyButton } from '../../ui/BusyButton.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useBusy } from '../../ui/use-busy.ts';
import { CardForm, type Surface } from './CardForm.tsx';
import type { StartPaymentMutation, StartPaymentMutationVariables } from './PayForm.generated.ts';

export const START_PAYMENT: TypedDocumentNode<StartPaymentMutation, StartPaymentMutationVariables> =
  gql`
    mutation StartPayment($input: StartPaymentInput!) {
      startPayment(input: $input) {
        ... on PaymentStarted {
          payment {
            id
            status
          }
          surface {
            kind
            publishableKey
            clientSecret
            elementsUrl
          }
        }
        ... on Refusal {
          code
          message
          field
        }
      }
    }
  `;

type Props = {
  readonly amountDue: MoneyText;
  /** Why the last attempt did not go through. */
  readonly failure: { readonly message: string } | null;
  /** The provider has taken the money. */
  readonly onConfirmed: () => void;
};

/** Opens the provider's card form at the click: looking at an invoice begins no payment. */
export function PayForm({ amountDue, failure, onConfirmed }: Props) {
  const [startPayment] = useMutation(START_PAYMENT, { refetchQueries: ['PayPage'] });
  // One key for as long as this amount is asked for: two clicks are one payment.
  const [idempotencyKey] = useState(newKey);
  const [surface, setSurface] = useState<Surface | null>(null);
  const [refusal, setRefusal] = useState<string>();
  const { busy, start } = useBusy(async () => {
    setRefusal(undefined);
    const sent = startPayment({ variables: { input: { idempotencyKey } } });
    const answer = await answerOf(sent, (data) => data.startPayment);
    if (answer.__typename === 'PaymentStarted') setSurface(answer.surface);
    else setRefusal(answer.message);
  });
  return (
    <Panel title="Pay this invoice">
      <Stack gap="4">
        {failure && <Declined reason={failure.message} />}
        <FormError message={refusal} />
        {surface ? (
          <CardForm surface={surface} onConfirmed={onConfirmed} />
        ) : (
          <>
            <Text color="fg.muted" fontSize="sm">
              By card, or by bank debit where it is offered. You confirm the amount on the next
              step.
            </Text>
            <BusyButton size="lg" w="full" isBusy={busy !== null} onClick={() => start()}>
              Pay {formatMoney(amountDue)}
            </BusyButton>
          </>
        )}
      </Stack>
    </Panel>
  );
}

function Declined({ reason }: { reason: string }) {
  return (
    <Alert.Root status="error" rounded="lg" role="alert">
      <Alert.Indicator />
      <Alert.Content>
        <Alert.Title>The payment did not go through</Alert.Title>
        <Alert.Description>
          {reason} Nothing was charged. Check the details or use another card.
        </Alert.Description>
      </Alert.Content>
    </Alert.Root>
  );
}
