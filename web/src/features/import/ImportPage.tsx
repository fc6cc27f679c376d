import { useSearchParams } from 'react-router';
import { Allowed, NotAllowed } from '../../apollo/Allowed.tsx';
import { readText } from '../../lib/url-state.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
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
      <Allowed right="import:write" otherwise={<NotAllowed what="import" right="import:write" />}>
        {id === '' ? <ImportFlow /> : <ImportProgress id={id} />}
      </Allowed>
    </>
  );
}
