import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { Button, Text } from '@chakra-ui/react';
import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { describeError } from '../../apollo/error-text.ts';
import { followDownload } from '../../lib/follow-download.ts';
import type { ReceiptPdfQuery, ReceiptPdfQueryVariables } from './ReceiptPdf.generated.ts';

export const RECEIPT_PDF: TypedDocumentNode<ReceiptPdfQuery, ReceiptPdfQueryVariables> = gql`
  query ReceiptPdf($id: ID!) {
    invoice(id: $id) {
      id
      pdfUrl
    }
  }
`;

/** Downloads the invoice. Its address is asked for at the click, because it expires after minutes. */
export function ReceiptPdf({ id }: { id: string }) {
  const client = useApolloClient();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const download = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { data } = await client.query({
        query: RECEIPT_PDF,
        variables: { id },
        fetchPolicy: 'network-only',
      });
      followDownload(data?.invoice?.pdfUrl ?? null);
    } catch (error) {
      setProblem(describeError(error).sentence);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button variant="outline" w="full" loading={isBusy} onClick={() => void download()}>
        <FileDown size={16} aria-hidden /> Download the invoice (PDF)
      </Button>
      {problem && (
        <Text role="alert" mt="2" color="fg.error" fontSize="sm">
          {problem}
        </Text>
      )}
    </>
  );
}
