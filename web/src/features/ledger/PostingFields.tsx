import { Box, Button, Flex, Grid, Text } from '@chakra-ui/react';
import { Plus } from 'lucide-react';
import { useFieldArray, type UseFormReturn, useWatch } from 'react-hook-form';
import { fromMinor } from '../../lib/format-money.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { Money } from '../../ui/Money.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { useAccountOptions } from './EntryFilterBar.tsx';
import { differenceOf, emptyPosting, type EntryValues } from './entry-form.ts';

type Props = { readonly form: UseFormReturn<EntryValues>; readonly currency: string };

/** The postings being typed, with the difference that must become zero. */
export function PostingFields({ form, currency }: Props) {
  const { fields, append } = useFieldArray({ control: form.control, name: 'postings' });
  return (
    <Box as="fieldset">
      <Text as="legend" fontWeight="medium" fontSize="sm" mb="2">
        Postings
      </Text>
      {fields.map((field, at) => (
        <PostingLine key={field.id} form={form} at={at} currency={currency} />
      ))}
      <Flex justify="space-between" align="center" wrap="wrap" gap="3">
        <Button
          variant="ghost"
          size="sm"
          onClick={() => append(emptyPosting, { focusName: `postings.${fields.length}.accountId` })}
        >
          <Plus size={16} aria-hidden /> Add a posting
        </Button>
        <Difference form={form} currency={currency} />
      </Flex>
    </Box>
  );
}

function PostingLine({ form, at, currency }: Props & { at: number }) {
  const options = useAccountOptions();
  const errors = form.formState.errors.postings?.[at];
  return (
    <Grid
      as="fieldset"
      aria-label={`Posting ${at + 1}`}
      templateColumns={{ base: '1fr 1fr', sm: '1.4fr 1fr 1fr' }}
      gap="3"
      mb="3"
    >
      <Box gridColumn={{ base: '1 / -1', sm: 'auto' }}>
        <SelectField
          label="Account"
          hideLabel={at > 0}
          options={[{ value: '', label: 'Choose' }, ...options]}
          error={errors?.accountId?.message}
          {...form.register(`postings.${at}.accountId`)}
        />
      </Box>
      <AmountField
        label="Debit"
        hideLabel={at > 0}
        currency={currency}
        error={errors?.debit?.message}
        {...form.register(`postings.${at}.debit`)}
      />
      <AmountField
        label="Credit"
        hideLabel={at > 0}
        currency={currency}
        error={errors?.credit?.message}
        {...form.register(`postings.${at}.credit`)}
      />
    </Grid>
  );
}

function Difference({ form, currency }: Props) {
  const postings = useWatch({ control: form.control, name: 'postings' });
  const minor = differenceOf(postings, currency);
  return (
    <Text as="output" color={minor === 0n ? 'fg.muted' : 'fg.error'} fontSize="sm">
      Difference <Money value={fromMinor(minor, currency)} fontWeight="semibold" />
    </Text>
  );
}
