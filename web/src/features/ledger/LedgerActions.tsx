import { Plus } from 'lucide-react';
import { useViewer } from '../../apollo/use-viewer.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';

/** What can be done in the books by hand, when the role allows it. */
export function LedgerActions() {
  const { can } = useViewer();
  if (!can('ledger:write')) return null;
  return (
    <LinkButton to="/ledger/entries/new">
      <Plus size={16} aria-hidden /> New entry
    </LinkButton>
  );
}
