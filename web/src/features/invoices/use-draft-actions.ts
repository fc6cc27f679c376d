import { useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { placeRefusal } from '../../apollo/refusal.ts';
import { toaster } from '../../ui/toaster.ts';
import { useBusy } from '../../ui/use-busy.ts';
import { type InvoiceValues, toDraftInput } from './invoice-form.ts';
import { useIssueInvoice } from './use-issue-invoice.ts';
import { useSaveDraft } from './use-save-draft.ts';

type Editor = {
  readonly form: UseFormReturn<InvoiceValues>;
  readonly currency: string;
  /** Survives the change of address at a first save. */
  readonly editorKey: string;
  /** The draft that is edited; null for a new one. */
  readonly id: string | null;
};

/** What the editor does: save the draft, or save and issue it. One at a time: a second press while
 * the first is under way does nothing. */
export function useDraftActions({ form, currency, editorKey, id }: Editor) {
  const navigate = useNavigate();
  const saveDraft = useSaveDraft();
  const issueInvoice = useIssueInvoice();
  // Known at once, before the address says it: a second save changes this draft, it makes no other.
  const draftId = useRef(id);

  /** The saved draft's id, or null when something has to be mended first. */
  async function store(values: InvoiceValues): Promise<string | null> {
    const saved = await saveDraft(toDraftInput(values, { id: draftId.current, currency }));
    if (saved.refusal) {
      placeRefusal(form, saved.refusal);
      return null;
    }
    draftId.current = saved.id;
    form.reset(values, { keepValues: true });
    return saved.id;
  }

  async function saveValues(values: InvoiceValues): Promise<void> {
    const isFirst = draftId.current === null;
    const savedId = await store(values);
    if (savedId === null) return;
    toaster.success({ title: 'Draft saved' });
    if (!isFirst) return;
    await navigate(`/invoices/${savedId}/edit`, { replace: true, state: { editorKey } });
  }

  async function issueValues(values: InvoiceValues): Promise<void> {
    const savedId = await store(values);
    if (savedId === null) return;
    const refusal = await issueInvoice(savedId);
    if (refusal) return placeRefusal(form, refusal);
    await navigate(`/invoices/${savedId}`, { replace: true });
  }

  const acts = { save: saveValues, issue: issueValues };
  const { busy, start } = useBusy((act: keyof typeof acts) => form.handleSubmit(acts[act])());
  return { act: start, busyWith: busy?.[0] ?? null };
}
