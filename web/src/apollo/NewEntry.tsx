import { Plus } from 'lucide-react';
import { Allowed } from '../../apollo/Allowed.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';

/** What can be done in the books by hand, when the role allows it. */
export function LedgerActions() {
  return (
    <Allowed right="ledger:write">
      <LinkButton to="/ledger/entries/new">
        <Plus size={16} aria-hidden /> New entry
      </LinkButton>
    </Allowed>
  );
}
