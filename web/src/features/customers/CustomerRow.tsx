import { type FragmentType, gql, type TypedDocumentNode } from '@apollo/client';
import { useFragment } from '@apollo/client/react';
import { Box } from '@chakra-ui/react';
import { DataCell, DataRow, RowLink } from '../../ui/DataTable.tsx';
import { Money } from '../../ui/Money.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { useSheet } from '../../ui/use-sheet.ts';
import type { CustomerRow_CustomerFragment } from './CustomerRow.generated.ts';

export const CUSTOMER_ROW: TypedDocumentNode<CustomerRow_CustomerFragment> = gql`
  fragment CustomerRow_customer on Customer {
    id
    name
    email
    balance {
      minor
      decimal
      currency
    }
    invoiceCount
  }
`;

type Props = { readonly customer: FragmentType<CustomerRow_CustomerFragment> };

export function CustomerRow({ customer }: Props) {
  const { pathOf, above } = useSheet();
  const { data, complete } = useFragment({ fragment: CUSTOMER_ROW, from: customer });
  if (!complete) return null;
  return (
    <DataRow>
      <DataCell label="Name" narrow="start">
        <RowLink to={pathOf(data.id)} state={above} preventScrollReset>
          {data.name}
        </RowLink>
      </DataCell>
      <DataCell label="Email" narrow="hidden">
        {data.email ?? '–'}
      </DataCell>
      <DataCell label="Invoices" align="end">
        <Box as="span" position="relative">
          <TextLink
            to={`/invoices?customer=${data.id}`}
            color="brand.fg"
            aria-label={`${data.invoiceCount} invoices of ${data.name}`}
          >
            {data.invoiceCount}
          </TextLink>
        </Box>
      </DataCell>
      <DataCell label="Owes" align="end" narrow="end">
        <Money value={data.balance} />
      </DataCell>
    </DataRow>
  );
}
