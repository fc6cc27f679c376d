import { Button } from '@chakra-ui/react';
import { Plus } from 'lucide-react';
import { Link } from 'react-router';
import { useViewer } from '../../apollo/use-viewer.ts';

/** What can be done in the books by hand, when the role allows it. */
export function LedgerActions() {
  const { can } = useViewer();
  if (!can('ledger:write')) return null;
  return (
    <Button asChild>
      <Link to="/ledger/entries/new">
        <Plus size={16} aria-hidden /> New entry
      </Link>
    </Button>
  );
}
