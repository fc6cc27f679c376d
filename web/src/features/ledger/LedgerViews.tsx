import { useLocation } from 'react-router';
import { ViewLinks } from '../../ui/ViewLinks.tsx';

const views = [
  { label: 'Accounts', to: '/ledger' },
  { label: 'Entries', to: '/ledger/entries' },
  { label: 'Trial balance', to: '/ledger/trial-balance' },
  { label: 'Receivables', to: '/receivables' },
] as const;

/** The ways to look at the books. */
export function LedgerViews() {
  const { pathname } = useLocation();
  return (
    <ViewLinks
      mb="4"
      label="Views of the ledger"
      views={views.map((view) => ({ ...view, isShown: view.to === pathname }))}
    />
  );
}
