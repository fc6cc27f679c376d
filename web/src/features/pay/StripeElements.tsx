import { Box, Stack } from '@chakra-ui/react';
import { loadStripe } from '@stripe/stripe-js/pure';
import type { Stripe, StripeElements as Elements } from '@stripe/stripe-js';
import { useEffect, useRef, useState } from 'react';
import { currentMode } from '../../theme/color-mode.ts';
import { Form, SubmitButton } from '../../ui/Form.tsx';
import { FormError } from '../../ui/FormError.tsx';

type Props = {
  readonly publishableKey: string;
  readonly clientSecret: string;
  readonly onConfirmed: () => void;
};

type Loaded = { readonly stripe: Stripe; readonly elements: Elements };

/** Stripe's Payment Element. Its script comes from Stripe and is loaded only here. */
export default function StripeElements({ publishableKey, clientSecret, onConfirmed }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    let isGone = false;
    mountElement(publishableKey, clientSecret, () => (isGone ? null : place.current)).then(
      (mounted) => !isGone && setLoaded(mounted),
      () => setProblem('The card form could not be loaded. Check the connection, then reload.'),
    );
    return () => {
      isGone = true;
    };
  }, [publishableKey, clientSecret]);
  const pay = async () => {
    if (!loaded) return;
    setProblem(undefined);
    const { error, paymentIntent } = await loaded.stripe.confirmPayment({
      elements: loaded.elements,
      confirmParams: { return_url: location.href },
      redirect: 'if_required',
    });
    if (error) return setProblem(error.message ?? 'The payment did not go through.');
    if (paymentIntent.status === 'succeeded') onConfirmed();
  };
  return (
    <Form onSend={pay}>
      <Stack gap="4">
        <Box ref={place} minH="14rem" />
        <FormError message={problem} />
        <SubmitButton size="lg" disabled={loaded === null}>
          Pay
        </SubmitButton>
      </Stack>
    </Form>
  );
}

async function mountElement(
  publishableKey: string,
  clientSecret: string,
  place: () => HTMLDivElement | null,
): Promise<Loaded | null> {
  const stripe = await loadStripe(publishableKey);
  const target = place();
  if (!stripe || !target) return null;
  const theme = currentMode() === 'dark' ? 'night' : 'stripe';
  const elements = stripe.elements({ clientSecret, appearance: { theme } });
  elements.create('payment').mount(target);
  return { stripe, elements };
}
