import { Box, Grid, IconButton } from '@chakra-ui/react';
import { X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { TextField } from '../../ui/TextField.tsx';
import type { InvoiceValues } from './invoice-form.ts';

type Props = {
  readonly form: UseFormReturn<InvoiceValues>;
  readonly at: number;
  readonly currency: string;
  /** Missing for an only line: an invoice has at least one. */
  readonly onRemove?: () => void;
  /** Keys pressed in the last cell of the last line. */
  readonly onLastCell?: (event: KeyboardEvent) => void;
};

/** One line being typed. */
export function LineFields({ form, at, currency, onRemove, onLastCell }: Props) {
  const errors = form.formState.errors.lines?.[at];
  const number = { inputMode: 'decimal', autoComplete: 'off', textAlign: 'end' } as const;
  return (
    <Box as="fieldset" layerStyle="panel" p="3" position="relative" aria-label={`Line ${at + 1}`}>
      <Box mb="3" pe={onRemove ? '11' : '0'}>
        <TextField
          label="Description"
          autoComplete="off"
          error={errors?.description?.message}
          {...form.register(`lines.${at}.description`)}
        />
      </Box>
      <Grid templateColumns={{ base: '1fr 1fr', sm: '1fr 1.5fr 1fr 1fr' }} gap="3">
        <TextField
          label="Quantity"
          {...number}
          error={errors?.quantity?.message}
          {...form.register(`lines.${at}.quantity`)}
        />
        <TextField
          label={`Price, ${currency}`}
          {...number}
          error={errors?.unitPriceMinor?.message}
          {...form.register(`lines.${at}.unitPriceMinor`)}
        />
        <TextField
          label="Discount %"
          {...number}
          placeholder="0"
          error={errors?.discountPercent?.message}
          {...form.register(`lines.${at}.discountPercent`)}
        />
        <TextField
          label="Tax %"
          {...number}
          placeholder="0"
          error={errors?.taxPercent?.message}
          onKeyDown={onLastCell}
          {...form.register(`lines.${at}.taxPercent`)}
        />
      </Grid>
      {onRemove && (
        // Last for the Tab key, though it stands at the top: one types past it.
        <IconButton
          aria-label={`Remove line ${at + 1}`}
          variant="ghost"
          size="sm"
          position="absolute"
          top="9"
          insetEnd="3"
          onClick={onRemove}
        >
          <X size={16} aria-hidden />
        </IconButton>
      )}
    </Box>
  );
}
