import { Stack, Text } from '@chakra-ui/react';
import { isLocalDate } from '@finflow/shared/local-date';
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useController, useForm, useWatch } from 'react-hook-form';
import * as z from 'zod/mini';
import { noSuchDay } from '../../lib/day-rule.ts';
import { formatMoney, fromMinor } from '../../lib/format-money.ts';
import { amountLike, explainAmount, parseAmount } from '../../lib/parse-amount.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Form } from '../../ui/Form.tsx';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CustomerField } from './CustomerField.tsx';
import { type Change, chooseDayToCome, mostDays, mostMinor, readDays } from './scenario.ts';

const kinds = [
  { value: 'late', label: 'A customer pays later' },
  { value: 'lost', label: 'A customer orders nothing more' },
  { value: 'lost-all', label: 'A customer is lost with what it owes' },
  { value: 'monthly-out', label: 'A new monthly cost, such as a hire' },
  { value: 'monthly-in', label: 'A new monthly income' },
  { value: 'once-out', label: 'A single payment' },
  { value: 'once-in', label: 'A single receipt, such as a loan' },
] as const;

const schema = z.object({
  kind: z.enum(['late', 'lost', 'lost-all', 'monthly-out', 'monthly-in', 'once-out', 'once-in']),
  customerId: z.string(),
  days: z.string(),
  amount: z.string(),
  date: z.string(),
});
type Typed = z.infer<typeof schema>;

type Props = {
  readonly currency: string;
  /** The day after the last one that the forecast knows. */
  readonly tomorrow: string;
  readonly onAdd: (change: Change) => void;
  readonly onCancel: () => void;
};

/** One change of a scenario: which fields there are depends on its kind. */
export function ScenarioForm({ currency, tomorrow, onAdd, onCancel }: Props) {
  const form = useForm<Typed>({
    resolver: standardSchemaResolver(schema),
    defaultValues: {
      kind: 'late',
      customerId: '',
      days: '30',
      amount: '',
      date: tomorrow,
    },
  });
  const customer = useController({ control: form.control, name: 'customerId' }).field;
  const { errors } = form.formState;
  const kind = useWatch({ control: form.control, name: 'kind' });
  const isOfCustomer = kind === 'late' || kind === 'lost' || kind === 'lost-all';
  const submit = form.handleSubmit((typed) => {
    const change = readTyped(typed, { currency, tomorrow });
    if ('kind' in change) return onAdd(change);
    return form.setError(change.field, { message: change.message }, { shouldFocus: true });
  });
  return (
    <Form onSend={submit}>
      <Stack gap="4">
        <Text color="fg.muted" fontSize="sm">
          Nothing is saved and nothing is booked: this only shows what would come of it.
        </Text>
        <SelectField label="What if" options={kinds} {...form.register('kind')} />
        {isOfCustomer && (
          <CustomerField
            error={errors.customerId?.message}
            inputRef={customer.ref}
            onPick={customer.onChange}
          />
        )}
        {kind === 'late' && (
          <TextField
            label="Days later"
            inputMode="numeric"
            error={errors.days?.message}
            {...form.register('days')}
          />
        )}
        {!isOfCustomer && (
          <>
            <AmountField
              label="Amount"
              currency={currency}
              error={errors.amount?.message}
              {...form.register('amount')}
            />
            <DateField
              label={kind.startsWith('monthly') ? 'From' : 'On'}
              error={errors.date?.message}
              {...form.register('date')}
            />
          </>
        )}
        <FormButtons verb="Add to scenario" onCancel={onCancel} />
      </Stack>
    </Form>
  );
}

type Wrong = { readonly field: keyof Typed; readonly message: string };

/** What was typed as a change, or what is wrong with it. */
function readTyped(
  typed: Typed,
  { currency, tomorrow }: { readonly currency: string; readonly tomorrow: string },
): Change | Wrong {
  const { kind, customerId, days, amount, date } = typed;
  if (kind === 'late' || kind === 'lost' || kind === 'lost-all') {
    if (customerId === '') return { field: 'customerId', message: 'Choose a customer.' };
    if (kind !== 'late') return { kind: 'lost', customerId, withOpen: kind === 'lost-all' };
    const delay = readDays(days.trim());
    return delay === null
      ? { field: 'days', message: `Enter whole days, at most ${mostDays}.` }
      : { kind, customerId, days: delay };
  }
  const minor = parseAmount(amount, currency);
  if (minor === null || minor <= 0n) {
    const expected = `Enter an amount above zero, such as ${amountLike(currency)}.`;
    return { field: 'amount', message: explainAmount(amount, currency, expected) };
  }
  if (minor > mostMinor) {
    const most = formatMoney(fromMinor(mostMinor, currency));
    return { field: 'amount', message: `Enter an amount of at most ${most}.` };
  }
  if (date !== '' && !isLocalDate(date)) return { field: 'date', message: noSuchDay };
  if (date < tomorrow) return { field: 'date', message: chooseDayToCome };
  const amountMinor = kind.endsWith('out') ? -minor : minor;
  return { kind: kind.startsWith('monthly') ? 'monthly' : 'once', amountMinor, date };
}
