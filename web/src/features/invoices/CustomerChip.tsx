import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { X } from 'lucide-react';
import type { CustomerChipQuery, CustomerChipQueryVariables } from './CustomerChip.generated.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';

export const CUSTOMER_CHIP: TypedDocumentNode<CustomerChipQuery, CustomerChipQueryVariables> = gql`
  query CustomerChip($id: ID!) {
    customer(id: $id) {
      id
      name
    }
  }
`;

type Props = {
  readonly id: string /** The address without this filter. */;
  readonly without: string;
};

/** The customer whose invoices are shown, and the way back to everybody's. */
export function CustomerChip({ id, without }: Props) {
  const { data } = useQuery(CUSTOMER_CHIP, { variables: { id } });
  const name = data?.customer?.name ?? 'One customer';
  return (
    <LinkButton
      to={without}
      aria-label={`Show invoices of all customers, not only of ${name}`}
      variant="subtle"
      size="xs"
      rounded="full"
    >
      {name} <X size={14} aria-hidden />
    </LinkButton>
  );
}
