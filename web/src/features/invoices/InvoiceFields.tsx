import { Grid, Stack } from '@chakra-ui/react';
import { useState } from 'react';
import { useController, type UseFormReturn } from 'react-hook-form';
import { DateField } from '../../ui/DateField.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { TextAreaField } from '../../ui/TextField.tsx';
import { useSheet } from '../../ui/use-sheet.ts';
import { CustomerPicker } from './CustomerPicker.tsx';
import type { FoundCustomer } from '../../apollo/use-customer-search.tsx';
import type { InvoiceValues } from './invoice-form.ts';
import { LinesEditor } from './LinesEditor.tsx';
import { NewCustomerSheet } from './NewCustomerSheet.tsx';

type Props = {
  readonly form: UseFormReturn<InvoiceValues>;
  readonly currency: string;
  readonly customer: FoundCustomer | null;
  readonly onPick: (customer: FoundCustomer) => void;
};

/** What is typed for an invoice, in the order of the sheet. */
export function InvoiceFields({ form, currency, customer, onPick }: Props) {
  const { errors } = form.formState;
  const { sheet, open, close } = useSheet();
  const [newName, setNewName] = useState('');
  const { field } = useController({ control: form.control, name: 'customerId' });
  const pick = (picked: FoundCustomer) => {
    onPick(picked);
    field.onChange(picked.id);
  };
  const add = (name: string) => {
    setNewName(name);
    open('customer');
  };
  return (
    <Stack gap="5">
      <Grid templateColumns={{ base: '1fr', sm: '2fr 1fr' }} gap="4" alignItems="start">
        <CustomerPicker
          picked={customer}
          error={errors.customerId?.message}
          inputRef={field.ref}
          onPick={pick}
          onNew={add}
        />
        <DateField label="Due" error={errors.dueDate?.message} {...form.register('dueDate')} />
      </Grid>
      <LinesEditor form={form} currency={currency} />
      <TextAreaField
        label="Notes"
        hint="Optional. Stands below the total."
        error={errors.notes?.message}
        {...form.register('notes')}
      />
      <FormError message={errors.root?.message} />
      <NewCustomerSheet
        isOpen={sheet === 'customer'}
        name={newName}
        onClose={close}
        onCreated={(created) => {
          pick(created);
          close();
        }}
      />
    </Stack>
  );
}
