import { Allowed, NotAllowed } from '../../apollo/Allowed.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { useLast } from '../../ui/use-last.ts';
import { useSheet } from '../../ui/use-sheet.ts';
import { EditCustomer } from './EditCustomer.tsx';
import { NewCustomer } from './NewCustomer.tsx';

/** The sheet that the address asks for: a new customer, one to edit by its id, or none. */
export function CustomerSheet() {
  const { sheet, close } = useSheet();
  const shown = useLast(sheet === '' ? null : sheet);
  const isNew = shown === 'new';
  return (
    <Sheet title={isNew ? 'New customer' : 'Customer'} isOpen={sheet !== ''} onClose={close}>
      {shown !== null && !isNew && <EditCustomer id={shown} onDone={close} />}
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
