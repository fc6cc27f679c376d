import type { AccountingApp } from '@finflow/accounting/app';
import { fixedClock } from '@finflow/shared/clock';
import { addDays, type LocalDate } from '@finflow/shared/local-date';
import { isRefusal, type Refusal } from '@finflow/shared/refusal';
import type { BooksSoFar } from './books-so-far.ts';
import type { DemoInvoice, DemoPlan, DemoStep } from './demo-plan.ts';

type Desk = ReturnType<AccountingApp['desk']>;
type DeskClock = ReturnType<typeof fixedClock>;

export type BooksStage = {
  /** The accounting desk of the sample company, on the day that the clock says. */
  readonly openDesk: (clock: DeskClock) => Desk;
  readonly soFar: BooksSoFar;
  readonly onStep: (done: number, step: DemoStep) => void;
};

/** What the steps of a plan work with: ids by the plan's names. */
type Books = {
  readonly desk: Desk;
  readonly plan: DemoPlan;
  readonly accounts: ReadonlyMap<string, string>;
  readonly customers: ReadonlyMap<string, string>;
  readonly invoices: Map<string, string>;
};

/**
 * Plays the plan's days through accounting's own use cases, each on its day. What was played before is found again: customers
 * by address, invoices by number, all other steps by their idempotency keys.
 * @returns the invoices' ids by their keys in the plan
 * @throws Error when a step is refused
 */
export async function playBooks(
  plan: DemoPlan,
  { openDesk, soFar, onStep }: BooksStage,
): Promise<ReadonlyMap<string, string>> {
  const clock = fixedClock(atDesk(plan.steps[0]?.date ?? plan.today, 0));
  const books = await openBooks(plan, openDesk(clock), soFar);
  let today = { date: '', steps: 0 };
  for (const [index, step] of plan.steps.entries()) {
    today = { date: step.date, steps: today.date === step.date ? today.steps + 1 : 0 };
    clock.set(atDesk(step.date, today.steps));
    await play(step, books);
    onStep(index + 1, step);
  }
  clock.set(atDesk(addDays(plan.today, -1), 0));
  for (const draft of plan.drafts) await saveDraft(draft, books);
  return books.invoices;
}

async function openBooks(plan: DemoPlan, desk: Desk, soFar: BooksSoFar): Promise<Books> {
  const customers = new Map<string, string>();
  for (const { key, name, email, address } of plan.customers) {
    const add = async () => accepted(key, await desk.createCustomer({ name, email, address })).id;
    customers.set(key, soFar.customers.get(email) ?? (await add()));
  }
  return {
    desk,
    plan,
    customers,
    accounts: new Map((await desk.accounts()).map(({ code, id }) => [code, id])),
    // Numbers have no gaps and follow the plan's order: the n-th number is the n-th invoice.
    invoices: new Map(
      soFar.issued.flatMap((id, place) => {
        const invoice = plan.invoices[place];
        return invoice ? [[invoice.key, id] as const] : [];
      }),
    ),
  };
}

function play(step: DemoStep, books: Books): Promise<void> {
  switch (step.kind) {
    case 'issue':
      return issue(step, books);
    case 'receive':
      return receive(step, books);
    case 'post':
      return post(step, books);
    default:
      return step satisfies never;
  }
}

type Step<Kind extends DemoStep['kind']> = Extract<DemoStep, { readonly kind: Kind }>;

async function issue(step: Step<'issue'>, books: Books): Promise<void> {
  const { key: idempotencyKey, date: issueDate, invoiceKey } = step;
  if (books.invoices.has(invoiceKey)) return;
  const invoice = books.plan.invoices.find(({ key }) => key === invoiceKey);
  if (!invoice) throw new Error(`The sample company has no ${invoiceKey}`);
  const invoiceId = await saveDraft(invoice, books);
  accepted(step.key, await books.desk.issueInvoice({ invoiceId, issueDate, idempotencyKey }));
  books.invoices.set(invoiceKey, invoiceId);
}

async function receive(step: Step<'receive'>, { desk, invoices }: Books): Promise<void> {
  const { key: idempotencyKey, date: paidOn, amountMinor, method } = step;
  const invoiceId = known(invoices, step.invoiceKey);
  const payment = { invoiceId, amountMinor, paidOn, method, idempotencyKey };
  accepted(step.key, await desk.recordPayment(payment));
}

async function post(step: Step<'post'>, { desk, accounts }: Books): Promise<void> {
  const { key: idempotencyKey, date, description, amountMinor } = step;
  const line = (side: 'DEBIT' | 'CREDIT', code: string) => ({
    accountId: known(accounts, code),
    side,
    amountMinor,
  });
  const postings = [line('DEBIT', step.debit), line('CREDIT', step.credit)];
  accepted(step.key, await desk.postJournalEntry({ date, description, postings, idempotencyKey }));
}

async function saveDraft(invoice: DemoInvoice, { desk, customers }: Books): Promise<string> {
  const { customerKey, dueDate, lines, notes = null } = invoice;
  const customerId = known(customers, customerKey);
  return accepted(invoice.key, await desk.saveInvoiceDraft({ customerId, dueDate, lines, notes }));
}

/** A bookkeeper's day: from eight, a quarter of an hour a step, no longer than till six. */
function atDesk(date: LocalDate, step: number): Date {
  const minutes = 8 * 60 + Math.min(step * 15, 10 * 60);
  return new Date(Date.parse(`${date}T00:00:00Z`) + minutes * 60_000);
}

function known(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The sample company has no ${key}`);
  return id;
}

function accepted<T>(key: string, result: T | Refusal): T {
  if (isRefusal(result)) {
    throw new Error(`The sample company's ${key} was refused: ${result.code} ${result.message}`);
  }
  return result;
}
