import { LockMode } from '@mikro-orm/core';
import { isId, newId } from '@finflow/shared/ids';
import { invoiceTotal } from '@finflow/shared/invoice-total';
import { refuse, type Refusal } from '@finflow/shared/refusal';
import { Customer } from '../customers/customer.entity.ts';
import { customerNotFound } from '../customers/customer.service.ts';
import type { Em } from '../database.ts';
import { orRefuse } from '../guard-refusal.ts';
import { Organization } from '../organization/organization.entity.ts';
import { inTransaction, type Room } from '../room.ts';
import { checkDraft, maxTotalMinor, type DraftInput } from './check-draft.ts';
import { addActivities } from './add-activities.ts';
import { Invoice, InvoiceLine } from './invoice.entity.ts';

/**
 * Creates a draft, or changes the one whose id is given; its lines are replaced.
 * Refuses as checkDraft, and CUSTOMER_NOT_FOUND, INVOICE_NOT_FOUND, NOT_A_DRAFT, AMOUNT_TOO_LARGE.
 */
export const saveInvoiceDraft = (input: DraftInput, room: Room): Promise<string | Refusal> =>
  inTransaction(room, async (em) => {
    const { baseCurrency } = await em.findOneOrFail(Organization, {
      organizationId: room.organizationId,
    });
    orRefuse(checkDraft(input, baseCurrency));
    const customer = isId(input.customerId)
      ? await em.findOne(Customer, { id: input.customerId })
      : null;
    if (!customer) return orRefuse<string>(customerNotFound('input.customerId'));
    const fields = draftFields(input, baseCurrency);
    const invoice = input.id
      ? await changeDraft(input.id, fields, em)
      : await createDraft(fields, em, room);
    addLines(invoice, input, em);
    await em.flush();
    if (!input.id) {
      const created = { invoiceId: invoice.id, kind: 'CREATED', at: room.clock.now() } as const;
      await addActivities(em, [{ ...created, amountMinor: null, currency: baseCurrency }], room);
    }
    return invoice.id;
  });

function draftFields(input: DraftInput, currency: string) {
  const total = invoiceTotal(input.lines);
  if (total.totalMinor > maxTotalMinor) {
    const message = 'The total of this invoice is too large.';
    return orRefuse<never>(refuse('InvalidInput', 'AMOUNT_TOO_LARGE', message, 'input.lines'));
  }
  return {
    customerId: input.customerId,
    currency,
    dueDate: input.dueDate,
    notes: input.notes?.trim() || null,
    subtotalMinor: total.subtotalMinor,
    discountMinor: total.discountMinor,
    taxMinor: total.taxMinor,
    totalMinor: total.totalMinor,
  };
}
type DraftFields = ReturnType<typeof draftFields>;

async function changeDraft(id: string, fields: DraftFields, em: Em): Promise<Invoice> {
  const invoice = orRefuse(await lockDraft(id, em, 'input.id'));
  Object.assign(invoice, fields);
  await em.nativeDelete(InvoiceLine, { invoiceId: id });
  return invoice;
}

async function createDraft(fields: DraftFields, em: Em, room: Room): Promise<Invoice> {
  const invoice = em.create(Invoice, {
    id: newId(),
    organizationId: room.organizationId,
    ...fields,
    numberIndex: null,
    number: null,
    reference: null,
    issueDate: null,
    issueKey: null,
    createdAt: room.clock.now(),
  });
  await em.flush(); // Before its lines: their guard looks at it.
  return invoice;
}

function addLines(invoice: Invoice, input: DraftInput, em: Em): void {
  const { lines } = invoiceTotal(input.lines);
  input.lines.forEach((line, index) => {
    const priced = lines[index];
    if (!priced) throw new Error('A line without a price');
    em.create(InvoiceLine, {
      id: newId(),
      organizationId: invoice.organizationId,
      invoiceId: invoice.id,
      position: index + 1,
      ...line,
      description: line.description.trim(),
      grossMinor: priced.grossMinor,
      netMinor: priced.netMinor,
      taxMinor: priced.taxMinor,
    });
  });
}

/** A draft, held by this transaction. Refuses INVOICE_NOT_FOUND and NOT_A_DRAFT. */
export async function lockDraft(id: string, em: Em, field: string): Promise<Invoice | Refusal> {
  const invoice = isId(id)
    ? await em.findOne(Invoice, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  if (!invoice) return invoiceNotFound(field);
  return invoice.numberIndex === null
    ? invoice
    : refuse('Conflict', 'NOT_A_DRAFT', 'An issued invoice can’t be changed.', field);
}

export const invoiceNotFound = (field: string) =>
  refuse('NotFound', 'INVOICE_NOT_FOUND', 'There is no such invoice.', field);

/** Refuses INVOICE_NOT_FOUND and NOT_A_DRAFT. */
export const deleteInvoiceDraft = (id: string, room: Room): Promise<string | Refusal> =>
  inTransaction(room, async (em) => {
    orRefuse(await lockDraft(id, em, 'input.id'));
    await em.nativeDelete(Invoice, { id });
    return id;
  });
