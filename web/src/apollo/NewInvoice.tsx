import { Plus } from 'lucide-react';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Allowed } from './Allowed.tsx';

/** The way to a new invoice, for those who may write one. */
export function NewInvoice() {
  return (
    <Allowed right="invoices:write">
      <LinkButton to="/invoices/new">
        <Plus size={16} aria-hidden /> New invoice
      </LinkButton>
    </Allowed>
  );
}
