import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { Button } from '@chakra-ui/react';
import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { describeError } from '../../apollo/error-text.ts';
import { followDownload } from '../../lib/follow-download.ts';
import { toaster } from '../../ui/toaster.ts';
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
  const [isBusy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
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
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="outline" loading={isBusy} onClick={() => void download()}>
      <FileDown size={16} aria-hidden /> PDF
    </Button>
  );
}
