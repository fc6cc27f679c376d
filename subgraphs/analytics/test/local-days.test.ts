import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fixedClock } from '@finflow/shared/clock';
import { newEvent } from '@finflow/shared/events/envelope';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { newId } from '@finflow/shared/ids';
import { readDashboard } from '../src/dashboard/dashboard.service.ts';
import { makeForecast } from '../src/forecast/forecast.service.ts';
import { askWhereDayIsOver, quarterOf } from '../src/forecast/new-day.ts';
import { readInsights } from '../src/insights/insights.service.ts';
import { todayOf } from '../src/organization/today-of.ts';
import { eventsOf } from './support/events.ts';
import { hear } from './support/hear.ts';
import { sameThread } from './support/same-thread.ts';
import { openTestDatabase } from './support/test-database.ts';

let room: Awaited<ReturnType<typeof openTestDatabase>>;
beforeAll(async () => {
  room = await openTestDatabase();
});
afterAll(() => room.close());

/** An instant that is the last evening of June in California, and the first of July in Sydney. */
const clock = fixedClock('2026-07-01T02:00:00Z');
beforeEach(() => clock.set('2026-07-01T02:00:00Z'));
const zones = { california: 'America/Los_Angeles', sydney: 'Australia/Sydney' };

type Em = typeof room.database.em;
const inside = <T>(id: string, work: (em: Em) => Promise<T>) =>
  inOrganization(id, () => work(room.database.em.fork()));

/** A company with 20.00 in the bank on 30 June and an invoice due that day. */
async function open(timeZone: string): Promise<string> {
  const id = newId();
  const write = eventsOf(id);
  await hear(room.database, [
    write.createdIn(timeZone),
    write.posted('2026-06-30', 'Dr 1000 2000', 'Cr 4000 2000'),
    write.invoiced(newId(), '700', '2026-06-30'),
  ]);
  return id;
}

const asks = (id: string) =>
  inside(id, async (em) => (await em.execute('select 1 from forecast_request')).length);

describe('a day in the figures', () => {
  it('is the organization’s own: what is overdue, this month, and today', async () => {
    const [california, sydney] = [await open(zones.california), await open(zones.sydney)];
    const look = (id: string) => inside(id, (em) => readDashboard(em, clock));
    expect(await look(california)).toMatchObject({ asOf: '2026-06-30', overdueCount: 0 });
    expect((await look(california))?.months.at(-1)?.month).toBe('2026-06-01');
    expect(await look(sydney)).toMatchObject({ asOf: '2026-07-01', overdueCount: 1 });
    expect((await look(sydney))?.months.at(-1)?.month).toBe('2026-07-01');
  });

  it('is that of UTC where nobody was heard of yet', async () => {
    expect(await inside(newId(), (em) => todayOf(em, clock))).toBe('2026-07-01');
  });

  it('begins a week of insights where the organization is', async () => {
    const [california, sydney] = [await open(zones.california), await open(zones.sydney)];
    clock.set('2026-07-05T20:00:00Z');
    const week = (id: string) => inside(id, async (em) => (await readInsights(em, clock))?.week);
    expect([await week(california), await week(sydney)]).toEqual(['2026-06-29', '2026-07-06']);
  });

  it('asks for another forecast when it is over there, and not before', async () => {
    const ids = [await open(zones.california), await open(zones.sydney)];
    for (const id of ids) {
      const made = await inside(id, (em) => makeForecast(em, clock, sameThread));
      const today = await inside(id, (em) => todayOf(em, clock));
      expect(made?.outlook.asOf).toBe(today);
    }
    const asksAt = async (instant: string) => {
      clock.set(instant);
      await askWhereDayIsOver(room.owner.em.fork(), clock);
      return Promise.all(ids.map(asks));
    };
    expect(await asksAt('2026-07-01T06:59:59Z')).toEqual([0, 0]);
    expect(await asksAt('2026-07-01T07:00:00Z')).toEqual([1, 0]);
    expect(await asksAt('2026-07-01T13:59:59Z')).toEqual([1, 0]);
    expect(await asksAt('2026-07-01T14:00:00Z')).toEqual([1, 1]);
  });

  it('goes on for the others where a zone is none that can be counted in', async () => {
    const ids = [await open(zones.california), await open(zones.sydney)];
    for (const id of ids) await inside(id, (em) => makeForecast(em, clock, sameThread));
    const [, lost = ''] = ids;
    const move = (zone: string) =>
      room.owner.em
        .fork()
        .execute('update organization set time_zone = ? where organization_id = ?', [zone, lost]);
    await move('Nowhere/At_All');
    clock.set('2026-07-03T02:00:00Z');
    await askWhereDayIsOver(room.owner.em.fork(), clock);
    expect(await Promise.all(ids.map(asks))).toEqual([1, 0]);
    await move(zones.sydney);
    await askWhereDayIsOver(room.owner.em.fork(), clock);
    expect(await Promise.all(ids.map(asks))).toEqual([1, 1]);
  });

  it('is another one at once for a company that moves there, and the next one comes after it', async () => {
    const id = await open(zones.sydney);
    const forecastDay = async () =>
      (await inside(id, (em) => makeForecast(em, clock, sameThread)))?.outlook.asOf;
    const moveTo = (timeZone: string) =>
      hear(room.database, [
        { ...eventsOf(id).moved({ timeZone }), time: clock.now().toISOString() },
      ]);
    expect(await forecastDay()).toBe('2026-07-01');
    await moveTo('Australia/Brisbane');
    expect(await asks(id)).toBe(0);
    await moveTo(zones.california);
    expect(await asks(id)).toBe(1);
    expect(await forecastDay()).toBe('2026-06-30');
    clock.set('2026-07-01T07:00:00Z');
    await askWhereDayIsOver(room.owner.em.fork(), clock);
    expect(await forecastDay()).toBe('2026-07-01');
  });

  it('begins at a quarter of an hour wherever there are people', () => {
    const midnights = ['2026-07-01T18:15:00Z', '2026-07-01T18:30:00Z', '2026-07-01T11:15:00Z'];
    for (const midnight of midnights) {
      clock.set(midnight);
      const quarter = quarterOf(clock);
      clock.set(new Date(Date.parse(midnight) - 1));
      expect(quarterOf(clock)).toBe(quarter - 1);
    }
  });
});

describe('a declined card', () => {
  /** Declined at noon in UTC, which is tomorrow in Auckland. */
  async function declined(failedOn?: string): Promise<string[]> {
    const id = newId();
    const data = {
      paymentId: newId(),
      invoiceId: newId(),
      amountMinor: '700',
      currency: 'EUR',
      reasonCode: 'card_declined',
      reason: 'The bank declined it.',
      ...(failedOn && { failedOn }),
    };
    const noon = fixedClock('2026-06-30T12:00:00Z');
    const about = { source: '/payments', subject: data.paymentId, organizationId: id, data };
    await hear(room.database, [eventsOf(id).createdIn('Pacific/Auckland')]);
    await hear(room.database, [newEvent('payment_failed', about, noon)]);
    const rows = await inside(id, (em) =>
      em.execute<{ date: string }[]>(`select date::text from observation where source = 'FAILURE'`),
    );
    return rows.map(({ date }) => date);
  }

  it('is of the day that its event says, whatever the zone is now', async () => {
    expect(await declined('2026-07-01')).toEqual(['2026-07-01']);
  });

  it('is of UTC’s day where an older event says none, so that a rebuild says the same', async () => {
    expect(await declined()).toEqual(['2026-06-30']);
  });
});
