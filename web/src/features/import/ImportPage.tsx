import { useSearchParams } from 'react-router';
import { useViewer } from '../../apollo/use-viewer.ts';
import { readText } from '../../lib/url-state.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { TableSkeleton } from '../../ui/Skeletons.tsx';
import { ImportFlow } from './ImportFlow.tsx';
import { ImportProgress } from './ImportProgress.tsx';

/** Brings a list of receivables into the books: choose, look, import. A running import has its own address. */
export function Component() {
  const [params] = useSearchParams();
  const id = readText(params, 'id');
  return (
    <>
      <PageHeader
        title="Import receivables"
        lead="A CSV file with the columns customerID, invoiceNumber, InvoiceDate, DueDate, InvoiceAmount and, for what was paid, SettledDate. Nothing is written before you say so."
        actions={
          id !== '' && (
            <LinkButton to="/import" variant="outline">
              Import another file
            </LinkButton>
          )
        }
      />
      {id === '' ? <AllowedFlow /> : <ImportProgress id={id} />}
    </>
  );
}

function AllowedFlow() {
  const { can, currency } = useViewer();
  if (currency === null) return <TableSkeleton what="the import" />;
  if (can('import:write')) return <ImportFlow />;
  return (
    <EmptyState kind="no-match" title="Your role does not import">
      An owner, an administrator or the accountant can bring in a file.
    </EmptyState>
  );
}
