import { Box, Flex, Heading, Table, Text } from '@chakra-ui/react';
import { formatDate } from '../lib/format-date.ts';
import { isZero, type MoneyText } from '../lib/format-money.ts';
import { InvoicePaperTotals } from './InvoicePaperTotals.tsx';
import { Money } from './Money.tsx';
import { RowHeader } from './RowHeader.tsx';

export type PaperLine = {
  readonly id: string;
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: MoneyText;
  readonly discountPercent: string;
  readonly taxPercent: string;
  readonly net: MoneyText;
};

export type Paper = {
  /** Who asks for the money. */
  readonly from: string;
  readonly to: { readonly name: string; readonly address: string | null } | null;
  /** Null while it is a draft. */
  readonly number: string | null;
  readonly issueDate: string | null;
  readonly dueDate: string | null;
  readonly lines: readonly PaperLine[];
  readonly subtotal: MoneyText;
  readonly discountTotal: MoneyText;
  readonly taxTotal: MoneyText;
  readonly total: MoneyText;
  readonly notes: string | null;
};

/** An invoice as the customer sees it: the same sheet in the editor's preview, on the detail page
 * and on the pay page. */
export function InvoicePaper({ paper }: { paper: Paper }) {
  return (
    <Box as="article" aria-label="Invoice" layerStyle="panel" p={{ base: '5', md: '8' }}>
      <PaperHead paper={paper} />
      <PaperLines lines={paper.lines} />
      <InvoicePaperTotals paper={paper} />
      {paper.notes && (
        <Text mt="8" color="fg.muted" fontSize="sm" whiteSpace="pre-line">
          {paper.notes}
        </Text>
      )}
    </Box>
  );
}

function PaperHead({ paper }: { paper: Paper }) {
  return (
    <>
      <Flex justify="space-between" gap="4" wrap="wrap" mb="8">
        <Box>
          <Text color="fg.muted" fontSize="sm">
            Invoice
          </Text>
          <Heading as="h2" size="xl" letterSpacing="-0.02em">
            {paper.number ?? 'Draft'}
          </Heading>
        </Box>
        <Box textAlign="end" fontWeight="medium">
          {paper.from}
        </Box>
      </Flex>
      <Flex justify="space-between" gap="6" wrap="wrap" mb="6" fontSize="sm">
        <Box>
          <Text color="fg.muted">To</Text>
          <Text fontWeight="medium">{paper.to?.name ?? 'Choose a customer'}</Text>
          <Text color="fg.muted" whiteSpace="pre-line">
            {paper.to?.address}
          </Text>
        </Box>
        <Box textAlign="end">
          <Text color="fg.muted">Issued</Text>
          <Text>{paper.issueDate ? formatDate(paper.issueDate) : 'Not yet'}</Text>
          <Text color="fg.muted" mt="2">
            Due
          </Text>
          <Text>{paper.dueDate ? formatDate(paper.dueDate) : '–'}</Text>
        </Box>
      </Flex>
    </>
  );
}

function PaperLines({ lines }: { lines: readonly PaperLine[] }) {
  return (
    <Table.Root size="sm" bg="transparent" aria-label="Lines">
      <Table.Header>
        <Table.Row bg="transparent">
          <Table.ColumnHeader ps="0">Description</Table.ColumnHeader>
          <Table.ColumnHeader textAlign="end" hideBelow="sm">
            Quantity
          </Table.ColumnHeader>
          <Table.ColumnHeader textAlign="end" hideBelow="sm">
            Price
          </Table.ColumnHeader>
          <Table.ColumnHeader textAlign="end" pe="0">
            Amount
          </Table.ColumnHeader>
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {lines.map((line) => (
          <PaperLineRow key={line.id} line={line} />
        ))}
      </Table.Body>
    </Table.Root>
  );
}

function PaperLineRow({ line }: { line: PaperLine }) {
  const extras = [
    ...(isZero(line.discountPercent) ? [] : [`${line.discountPercent}% discount`]),
    ...(isZero(line.taxPercent) ? [] : [`${line.taxPercent}% tax`]),
  ];
  return (
    <Table.Row bg="transparent" verticalAlign="top">
      <RowHeader ps="0">
        {line.description || '–'}
        <Text color="fg.muted" fontSize="xs">
          {extras.join(', ')}
        </Text>
        <Text hideFrom="sm" color="fg.muted" fontSize="xs">
          {line.quantity} × <Money value={line.unitPrice} />
        </Text>
      </RowHeader>
      <Table.Cell textAlign="end" hideBelow="sm">
        {line.quantity}
      </Table.Cell>
      <Table.Cell textAlign="end" hideBelow="sm">
        <Money value={line.unitPrice} />
      </Table.Cell>
      <Table.Cell textAlign="end" pe="0">
        <Money value={line.net} />
      </Table.Cell>
    </Table.Row>
  );
}
