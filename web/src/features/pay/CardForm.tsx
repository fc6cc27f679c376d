import { Skeleton } from '@chakra-ui/react';
import { lazy, Suspense } from 'react';
import type { PaymentSurfaceKind } from '../../__generated__/schema.ts';
import { SandboxFrame } from './SandboxFrame.tsx';

export type Surface = {
  readonly kind: PaymentSurfaceKind;
  readonly publishableKey: string;
  readonly clientSecret: string;
  readonly elementsUrl: string | null;
};

type Props = { readonly surface: Surface; readonly onConfirmed: () => void };

const StripeElements = lazy(() => import('./StripeElements.tsx'));

/** The provider's own form: Stripe's, or the sandbox's in a frame of its own origin. No card number
 * ever touches this page. */
export function CardForm({ surface, onConfirmed }: Props) {
  if (surface.kind === 'SANDBOX_FRAME' && surface.elementsUrl !== null) {
    return (
      <SandboxFrame
        elementsUrl={surface.elementsUrl}
        clientSecret={surface.clientSecret}
        publishableKey={surface.publishableKey}
        onConfirmed={onConfirmed}
      />
    );
  }
  return (
    <Suspense fallback={<Skeleton height="14rem" />}>
      <StripeElements
        clientSecret={surface.clientSecret}
        publishableKey={surface.publishableKey}
        onConfirmed={onConfirmed}
      />
    </Suspense>
  );
}
