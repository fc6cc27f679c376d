import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { Text } from '@chakra-ui/react';
import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { describeError } from '../../apollo/error-text.ts';
import { followDownload } from '../../lib/follow-download.ts';
import { BusyButton } from '../../ui/BusyButton.tsx';
import { useBusy } from '../../ui/use-busy.ts';
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
  const [problem, setProblem] = useState<string | null>(null);
  const { busy, start } = useBusy(async () => {
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
    }
  });
  return (
    <>
      <BusyButton variant="outline" w="full" isBusy={busy !== null} onClick={() => start()}>
        <FileDown size={16} aria-hidden /> Download the invoice (PDF)
      </BusyButton>
      {problem && (
        <Text role="alert" mt="2" color="fg.error" fontSize="sm">
          {problem}
        </Text>
      )}
    </>
  );
}
