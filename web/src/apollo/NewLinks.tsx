import { Plus } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Allowed } from './Allowed.tsx';

type Props = {
  readonly right: ComponentProps<typeof Allowed>['right'];
  readonly to: string;
  readonly children: ReactNode;
};

/** The way to where something new is made, for those who may. */
const NewLink = ({ right, to, children }: Props) => (
  <Allowed right={right}>
    <LinkButton to={to}>
      <Plus size={16} aria-hidden /> {children}
    </LinkButton>
  </Allowed>
);

export const NewInvoice = () => (
  <NewLink right="invoices:write" to="/invoices/new">
    New invoice
  </NewLink>
);

/** An entry by hand, for those who keep the books. */
export const NewEntry = () => (
  <NewLink right="ledger:write" to="/ledger/entries/new">
    New entry
  </NewLink>
);
