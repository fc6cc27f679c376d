import type { Clock } from '@finflow/shared/clock';
import { inOrganization } from '@finflow/shared/database/tenancy';
import type { Refusal } from '@finflow/shared/refusal';
import type { Customer } from './customers/customer.entity.ts';
import { createCustomer, type CustomerInput } from './customers/customer.service.ts';
import type { Database } from './database.ts';
import type { DraftInput } from './invoices/check-draft.ts';
import { issueInvoice, type IssueInput } from './invoices/issue-invoice.ts';
import { recordPayment, type RecordPaymentInput } from './invoices/record-payment.ts';
import { saveInvoiceDraft } from './invoices/save-draft.ts';
import { postManualEntry, type ManualEntryInput } from './ledger/ledger.service.ts';
import { listAccounts } from './ledger/list-accounts.ts';
import type { Account } from './ledger/account.entity.ts';
import { Organization } from './organization/organization.entity.ts';
import type { Room } from './room.ts';

/** The use cases of one organization without GraphQL: for the sample company and for commands. */
export type Desk = {
  /** True once organization_created has arrived. */
  isOpen(): Promise<boolean>;
  createCustomer(input: CustomerInput): Promise<Customer | Refusal>;
  /** Gives the invoice's id. */
  saveInvoiceDraft(input: DraftInput): Promise<string | Refusal>;
  issueInvoice(input: IssueInput): Promise<string | Refusal>;
  recordPayment(input: RecordPaymentInput): Promise<string | Refusal>;
  postJournalEntry(input: ManualEntryInput): Promise<string | Refusal>;
  accounts(): Promise<Account[]>;
};

export function openDesk(parts: {
  readonly database: Database;
  readonly organizationId: string;
  readonly clock: Clock;
}): Desk {
  const { database, organizationId, clock } = parts;
  const at = <T>(work: (room: Room) => Promise<T>) =>
    inOrganization(organizationId, () => work({ em: database.em.fork(), organizationId, clock }));
  return {
    isOpen: () => at(async ({ em }) => (await em.count(Organization, { organizationId })) === 1),
    createCustomer: (input) => at((room) => createCustomer(input, room)),
    saveInvoiceDraft: (input) => at((room) => saveInvoiceDraft(input, room)),
    issueInvoice: (input) => at((room) => issueInvoice(input, room)),
    recordPayment: (input) => at((room) => recordPayment(input, room)),
    postJournalEntry: (input) => at((room) => postManualEntry(input, room)),
    accounts: () => at(listAccounts),
  };
}
