import { createHandlers } from '@finflow/accounting/consumers/handlers';
import type { Room as AccountingRoom } from '@finflow/accounting/room';
import { handlers as paymentsHandlers } from '@finflow/payments/consumers/handlers';
import type { Database } from '@finflow/payments/database';
import type { Room as PaymentsRoom } from '@finflow/payments/room';
import { fixedClock } from '@finflow/shared/clock';
import { accountingDesign } from './accounting-database.ts';
import { createBank, type Notice } from './bank.ts';
import { createLog, openStop } from './event-log.ts';
import { createFate } from './fate.ts';
import { type MemoryDatabase, memoryDatabase } from './memory-database.ts';
import { paymentsDesign } from './payments-database.ts';

export const organizationId = '01900000-0000-7000-8000-000000000001';

export type World = ReturnType<typeof createWorld>;

/** Payments and accounting with their real services, between an event log and a bank that this world controls. */
export function createWorld() {
  const databases: MemoryDatabase[] = [];
  const fate = createFate(() => {
    for (const database of databases) database.afterDeath();
  });
  const books = memoryDatabase(accountingDesign, fate);
  const till = memoryDatabase(paymentsDesign, fate);
  databases.push(books, till);
  const clock = fixedClock('2026-03-10T12:00:00Z');
  const bank = createBank(fate);
  const log = createLog();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- services ask the em for what the double has
  const accounting = { organizationId, clock, em: books.em } as unknown as AccountingRoom;
  const payments: PaymentsRoom = {
    database: asDatabase(till),
    ownerDatabase: asDatabase(till),
    provider: bank.provider,
    clock,
    cipher: { encrypt: (text) => text, decrypt: (text) => text, currentKeyId: 'plain' },
    random: () => 0.5,
  };
  const about = { log, clock, fate };
  return {
    fate,
    clock,
    bank,
    log,
    books,
    till,
    accounting,
    payments,
    toAccounting: openStop({
      ...about,
      name: 'accounting',
      database: books,
      handlers: createHandlers(clock),
    }),
    toPayments: openStop({
      ...about,
      name: 'payments',
      database: till,
      handlers: paymentsHandlers({ clock }),
    }),
    /** Moves every clock of the house. */
    wait: (hours: number) => clock.set(new Date(clock.now().getTime() + hours * 3_600_000)),
    /** A notice reaches the webhook's route, for the first time or again. */
    deliver: ({ eventId, type, of }: Notice) => {
      if (till.store.find('webhook_inbox', eventId)) return;
      const row = { id: eventId, type, intent_id: of.id, payment_id: of.paymentId, attempts: 1 };
      till.store.put('webhook_inbox', eventId, { ...row, processed_at: null });
    },
  };
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- services ask it for its entity manager alone
const asDatabase = ({ em }: MemoryDatabase) => ({ em }) as unknown as Database;
