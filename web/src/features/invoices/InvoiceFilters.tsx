import { HStack, Stack } from '@chakra-ui/react';
import { useNavigate } from 'react-router';
import { DayFilter } from '../../ui/DayFilter.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { ViewLinks } from '../../ui/ViewLinks.tsx';
import { CustomerChip } from './CustomerChip.tsx';
import { type Filters, invoicesPath, isFiltered, noFilters } from './filters.ts';

const views = [
  { label: 'All', status: [], overdue: false },
  { label: 'Drafts', status: ['DRAFT'], overdue: false },
  { label: 'Open', status: ['OPEN', 'PARTIALLY_PAID'], overdue: false },
  { label: 'Overdue', status: [], overdue: true },
  { label: 'Paid', status: ['PAID'], overdue: false },
] as const satisfies readonly (Pick<Filters, 'status' | 'overdue'> & { label: string })[];

/** What to show. Every choice is an address, so the back button takes it back. */
export function InvoiceFilters({ filters }: { filters: Filters }) {
  const navigate = useNavigate();
  const change = (part: Partial<Filters>) =>
    void navigate(invoicesPath({ ...filters, ...part }), { replace: true });
  return (
    <Stack gap="3" mb="4">
      <ViewLinks
        label="Kinds of invoices"
        views={views.map(({ label, status, overdue }) => ({
          label,
          to: invoicesPath({ ...filters, status, overdue }),
          isShown: isShown(filters, { status, overdue }),
        }))}
      />
      <HStack gap="3" wrap="wrap" align="end">
        <SearchField
          label="Search number or customer"
          value={filters.search}
          onChange={(search) => change({ search })}
        />
        <HStack
          gap="2"
          w={{ base: 'full', sm: 'auto' }}
          color="fg.muted"
          fontSize="sm"
          css={{ '& input': { px: '2', minW: '0' } }}
        >
          <span aria-hidden>Issued</span>
          <DayFilter
            label="Issued from"
            hideLabel
            title="Issued from"
            value={filters.from}
            onChoose={(from) => change({ from })}
          />
          <span aria-hidden>–</span>
          <DayFilter
            label="Issued to"
            hideLabel
            title="Issued to"
            value={filters.to}
            onChoose={(to) => change({ to })}
          />
        </HStack>
        {filters.customer && (
          <CustomerChip
            id={filters.customer}
            without={invoicesPath({ ...filters, customer: '' })}
          />
        )}
        {isFiltered(filters) && (
          <LinkButton to={invoicesPath(noFilters)} variant="ghost" size="xs">
            Clear filters
          </LinkButton>
        )}
      </HStack>
    </Stack>
  );
}

function isShown(filters: Filters, view: Pick<Filters, 'status' | 'overdue'>): boolean {
  return filters.overdue === view.overdue && filters.status.join() === view.status.join();
}
