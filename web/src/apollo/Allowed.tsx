import type { ReactNode } from 'react';
import { EmptyState } from '../ui/EmptyState.tsx';
import { type Right, useViewer } from './use-viewer.ts';

type Props = {
  readonly right: Right;
  readonly children: ReactNode;
  /** In its place for those who may not; nothing stands there until that is known. */
  readonly otherwise?: ReactNode;
};

/** What only those see who may use it. */
export function Allowed({ right, children, otherwise = null }: Props) {
  const { can, isKnown } = useViewer();
  if (can(right)) return children;
  return isKnown ? otherwise : null;
}

/** In place of a form: the address was typed, or the role has changed. */
export function NotAllowed({ what, right }: { what: string; right: Right }) {
  return (
    <EmptyState kind="no-match" title={`Your role does not ${what}`}>
      {whoMay[right]}
    </EmptyState>
  );
}

const bookkeepers = 'An owner, an administrator or the accountant can.';
const managers = 'An owner or an administrator can.';

const whoMay: Readonly<Record<Right, string>> = {
  'customers:write': 'Anybody whose role is more than viewer can.',
  'invoices:write': 'Anybody whose role is more than viewer can.',
  'payments:write': bookkeepers,
  'ledger:write': bookkeepers,
  'import:write': bookkeepers,
  'organization:manage': managers,
};
