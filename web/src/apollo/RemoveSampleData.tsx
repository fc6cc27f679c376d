import type { ReactElement } from 'react';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { useRemoveDemo } from './use-remove-demo.ts';

/** Asks whether the sample company is to go, and removes it. The trigger opens the question. */
export function RemoveSampleData({ trigger }: { readonly trigger: ReactElement }) {
  const remove = useRemoveDemo();
  return (
    <ConfirmDialog
      title="Remove the sample company?"
      verb="Remove sample data"
      isDangerous
      onConfirm={remove}
      trigger={trigger}
    >
      All its customers, invoices, payments and books are deleted. This can’t be undone. You then
      open your own company, with empty books.
    </ConfirmDialog>
  );
}
