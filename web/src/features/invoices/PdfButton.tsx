import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { FileDown } from 'lucide-react';
import { describeError } from '../../apollo/error-text.ts';
import { followDownload } from '../../lib/follow-download.ts';
import { BusyButton } from '../../ui/BusyButton.tsx';
import { toaster } from '../../ui/toaster.ts';
import { useBusy } from '../../ui/use-busy.ts';
import type { InvoicePdfQuery, InvoicePdfQueryVariables } from './PdfButton.generated.ts';

export const INVOICE_PDF: TypedDocumentNode<InvoicePdfQuery, InvoicePdfQueryVariables> = gql`
  query InvoicePdf($id: ID!) {
    invoice(id: $id) {
      id
      number
      pdfUrl
    }
  }
`;

/** Downloads the PDF. Its address is asked for at the click, because it expires after minutes. */
export function PdfButton({ id }: { id: string }) {
  const client = useApolloClient();
  const { busy, start } = useBusy(async () => {
    try {
      const { data } = await client.query({
        query: INVOICE_PDF,
        variables: { id },
        fetchPolicy: 'network-only',
      });
      followDownload(data?.invoice?.pdfUrl ?? null);
    } catch (error) {
      toaster.error({
        title: 'The PDF could not be made',
        description: describeError(error).sentence,
      });
    }
  });
  return (
    <BusyButton variant="outline" isBusy={busy !== null} onClick={() => start()}>
      <FileDown size={16} aria-hidden /> PDF
    </BusyButton>
  );
}
