import { Grid, Kbd, Stack } from '@chakra-ui/react';
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { addDays } from '@finflow/shared/local-date';
import { localDateIn } from '../../lib/format-date.ts';
import { BusyButton } from '../../ui/BusyButton.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useSheet } from '../../ui/use-sheet.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';
import type { FoundCustomer } from '../../apollo/use-customer-search.tsx';
import { DraftPreview } from './DraftPreview.tsx';
import { InvoiceFields } from './InvoiceFields.tsx';
import { type InvoiceValues, invoiceSchema, newLine } from './invoice-form.ts';
import type { InvoicePaper_InvoiceFragment } from '../../apollo/invoice-paper.generated.ts';
import { UnsavedGuard } from './UnsavedGuard.tsx';
import { useDraftActions } from './use-draft-actions.ts';

type Props = {
  /** Survives the change of address at a first save. */
  readonly editorKey: string;
  /** Who asks for the money. */
  readonly from: string;
  readonly currency: string;
  /** What the company's clocks show. */
  readonly timeZone: string;
  /** Null for a new invoice. */
  readonly draft: InvoicePaper_InvoiceFragment | null;
};

const usualTermDays = 30;

/** Writes an invoice: fields at the left, the sheet they make at the right. */
export function InvoiceEditor({ editorKey, from, currency, timeZone, draft }: Props) {
  const [customer, setCustomer] = useState<FoundCustomer | null>(draft?.customer ?? null);
  const [defaultValues] = useState(() => (draft ? valuesOf(draft) : emptyValues(timeZone)));
  const resolver = useMemo(() => standardSchemaResolver(invoiceSchema(currency)), [currency]);
  const form = useForm<InvoiceValues>({ resolver, defaultValues });

  const { act, busyWith } = useDraftActions({ form, currency, editorKey, id: draft?.id ?? null });
  // With a sheet above it the keys belong to that.
  const isOnTop = useSheet().sheet === '';
  useShortcut('s', () => isOnTop && act('save'));
  useShortcut('Enter', () => isOnTop && act('issue'));
  const { isDirty } = form.formState;
  return (
    <>
      <UnsavedGuard isUnsaved={isDirty && busyWith === null} />
      <PageHeader
        title={draft ? 'Edit draft' : 'New invoice'}
        back={{ to: '/invoices', label: 'Invoices' }}
        actions={
          <>
            <BusyButton variant="outline" isBusy={busyWith === 'save'} onClick={() => act('save')}>
              Save draft{' '}
              <Kbd size="sm" hideBelow="md">
                Ctrl+S
              </Kbd>
            </BusyButton>
            <BusyButton isBusy={busyWith === 'issue'} onClick={() => act('issue')}>
              Issue{' '}
              <Kbd size="sm" variant="subtle" colorPalette="brand" hideBelow="md">
                Ctrl+Enter
              </Kbd>
            </BusyButton>
          </>
        }
      />
      <Grid templateColumns={{ base: '1fr', xl: '1fr 1fr' }} gap="6" alignItems="start">
        <Stack gap="5">
          <InvoiceFields form={form} currency={currency} customer={customer} onPick={setCustomer} />
        </Stack>
        <DraftPreview form={form} currency={currency} from={from} to={customer} />
      </Grid>
    </>
  );
}

function emptyValues(timeZone: string): InvoiceValues {
  const dueDate = addDays(localDateIn(timeZone, new Date()), usualTermDays);
  return { customerId: '', dueDate, notes: '', lines: [newLine()] };
}

function valuesOf(draft: InvoicePaper_InvoiceFragment): InvoiceValues {
  return {
    customerId: draft.customer.id,
    dueDate: draft.dueDate,
    notes: draft.notes ?? '',
    lines: draft.lines.map((line) => ({
      description: line.description,
      quantity: line.quantity,
      unitPriceMinor: line.unitPrice.decimal,
      discountPercent: line.discountPercent === '0' ? '' : line.discountPercent,
      taxPercent: line.taxPercent === '0' ? '' : line.taxPercent,
    })),
  };
}
