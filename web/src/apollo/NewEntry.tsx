import { Plus } from 'lucide-react';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Allowed } from './Allowed.tsx';

/** The way to an entry by hand, for those who keep the books. */
export function NewEntry() {
  return (
    <Allowed right="ledger:write">
      <LinkButton to="/ledger/entries/new">
        <Plus size={16} aria-hidden /> New entry
      </LinkButton>
    </Allowed>
  );
}
