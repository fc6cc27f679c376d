import type { ReactNode } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { type Filters, invoicesPath, isFiltered, isOnlyOverdue, noFilters } from './filters.ts';

type Props = { readonly filters: Filters /** Makes the first one. */; readonly action: ReactNode };

/** Why the list is empty: nobody is late, nothing matches, or nothing was made yet. */
export function NoInvoices({ filters, action }: Props) {
  if (isOnlyOverdue(filters)) {
    return (
      <EmptyState kind="all-done" title="Nobody is late">
        Every invoice that is due has been paid.
      </EmptyState>
    );
  }
  if (isFiltered(filters)) {
    return (
      <EmptyState
        kind="no-match"
        title="No invoice matches"
        action={
          <LinkButton to={invoicesPath(noFilters)} variant="outline">
            Clear filters
          </LinkButton>
        }
      >
        Other dates, another status or a shorter search may find it.
      </EmptyState>
    );
  }
  return (
    <EmptyState kind="nothing-yet" title="No invoices yet" action={action}>
      Write the first one: your customer gets a link, pays, and the books follow.
    </EmptyState>
  );
}
