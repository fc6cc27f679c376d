import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { newId } from '@finflow/shared/ids';
import { decideCategories } from '../src/categories/category.service.ts';
import { readPastDecisions } from '../src/categories/read-past-decisions.ts';
import { clock, eventsOf } from './support/events.ts';
import { hear } from './support/hear.ts';
import { openTestDatabase } from './support/test-database.ts';

let room: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  room = await openTestDatabase();
});
afterAll(() => room.close());

it('are what people decided, and the accounts of what they booked: all of them where an entry was split', async () => {
  const organizationId = newId();
  const write = eventsOf(organizationId);
  const [first, second] = [
    write.posted('2026-07-01', 'Dr 6200 400', 'Dr 6000 600', 'Cr 1000 1000'),
    write.posted('2026-07-03', 'Dr 6000 600', 'Dr 6999 400', 'Cr 1000 1000'),
  ].map((event, at) => ({ ...event, data: { ...event.data, description: `Split ${at + 1}` } }));
  const decided = write.spent('Decided', '300', { date: '2026-07-04' });
  if (!first || !second) throw new Error('Two entries give two expenses');
  await hear(room.database, [
    write.created(),
    first,
    write.spent('Whole', '500', { account: '6120', date: '2026-07-02' }),
    second,
    decided,
    write.spent('Waiting', '700', { date: '2026-07-05' }),
  ]);
  const past = await inOrganization(organizationId, async () => {
    const em = room.database.em.fork();
    const said = { transactionId: decided.data.entryId, category: 'TRAVEL' };
    await decideCategories([said], String, { em, organizationId, actorId: newId(), clock });
    return readPastDecisions(em);
  });
  expect(past.map((one) => [one.text, one.category, one.amount, one.decidedBy])).toEqual([
    ['Split 1', 'RENT', 10, 'BOOKS'],
    ['Split 1', 'SOFTWARE', 10, 'BOOKS'],
    ['Whole', 'TRAINING', 5, 'BOOKS'],
    ['Decided', 'TRAVEL', 3, 'PERSON'],
  ]);
});
