import { Box, Button, Stack, Text } from '@chakra-ui/react';
import { Plus } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useFieldArray, type UseFormReturn } from 'react-hook-form';
import { type InvoiceValues, newLine } from './invoice-form.ts';
import { LineFields } from './LineFields.tsx';

type Props = { readonly form: UseFormReturn<InvoiceValues>; readonly currency: string };

/** The invoice's lines. Tab in the last cell of a filled line opens the next one, so that a whole
 * invoice is typed without the mouse; in an empty line Tab moves on as everywhere. */
export function LinesEditor({ form, currency }: Props) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'lines' });
  const { errors } = form.formState;
  const addLine = () => {
    const at = fields.length;
    append(newLine(form.getValues(`lines.${at - 1}`)), { focusName: `lines.${at}.description` });
  };
  const onLastCell = (event: KeyboardEvent) => {
    const last = form.getValues(`lines.${fields.length - 1}`);
    const isFilled = last.description.trim() !== '' && last.unitPriceMinor.trim() !== '';
    if (event.key !== 'Tab' || event.shiftKey || !isFilled) return;
    event.preventDefault();
    addLine();
  };
  return (
    <Box as="fieldset">
      <Text as="legend" fontWeight="medium" fontSize="sm" mb="2">
        Lines
      </Text>
      <Stack gap="3">
        {fields.map((field, at) => (
          <LineFields
            key={field.id}
            form={form}
            at={at}
            currency={currency}
            {...(fields.length > 1 ? { onRemove: () => remove(at) } : {})}
            {...(at === fields.length - 1 ? { onLastCell } : {})}
          />
        ))}
      </Stack>
      {errors.lines?.root?.message && (
        <Text color="fg.error" fontSize="sm" mt="2" role="alert">
          {errors.lines.root.message}
        </Text>
      )}
      <Button variant="ghost" size="sm" mt="3" colorPalette="brand" onClick={addLine}>
        <Plus size={16} aria-hidden /> Add a line
      </Button>
    </Box>
  );
}
