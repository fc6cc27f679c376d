import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Allowed, NotAllowed } from '../../apollo/Allowed.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { type CustomersState, customersPath } from './customers-url.ts';
import { EditCustomer } from './EditCustomer.tsx';
import { NewCustomer } from './NewCustomer.tsx';

/** The sheet that the address asks for: a new customer, one to edit, or none. */
export function CustomerSheet({ state }: { state: CustomersState }) {
  const navigate = useNavigate();
  const close = () => void navigate(customersPath({ search: state.search }));
  // While it closes it goes on showing what it showed.
  const [shown, setShown] = useState(state.sheet);
  if (state.sheet !== '' && state.sheet !== shown) setShown(state.sheet);
  const isNew = shown === 'new';
  return (
    <Sheet title={isNew ? 'New customer' : 'Customer'} isOpen={state.sheet !== ''} onClose={close}>
      {!isNew && <EditCustomer id={shown} onDone={close} />}
      {isNew && (
        <Allowed
          right="customers:write"
          otherwise={<NotAllowed what="add customers" right="customers:write" />}
        >
          <NewCustomer onDone={close} />
        </Allowed>
      )}
    </Sheet>
  );
}
