import { setImmediate as letOthersThrough } from 'node:timers/promises';
import type { Clock } from '@finflow/shared/clock';
import { recordEvents } from '@finflow/shared/outbox/record-event';
import { IsolationLevel, type SqlEntityManager } from '@mikro-orm/postgresql';
import { Organization } from '../organization/organization.entity.ts';
import { anomalyDetected } from './anomaly.events.ts';
import { addAnomalies } from './anomaly.projection.ts';
import type { Alarm, Review } from './bar.ts';
import { type Fact, logSizeOf } from './fact.ts';
import { factsBefore, factsFrom, firstUnscreened, type Place } from './read-facts.ts';
import { type Raised, type Screening, startScreen, windowFacts } from './screen.ts';

/** So many facts are judged in one transaction. */
const portion = 500;
/** As far back as an alarm may still quieten the next one. */
const alarmDays = 28;

/**
 * Judges the facts that were not looked at yet, stores what is out of the ordinary and tells of it, in one transaction. A fact that came
 * late has those after it judged anew; what was announced before stays announced. Runs inside the organization.
 * @returns whether there may be more to do
 */
export const screenObservations = (
  em: SqlEntityManager,
  organizationId: string,
  clock: Clock,
): Promise<boolean> =>
  // One snapshot, or what is asked for meanwhile would be struck off though nobody looked.
  em.transactional((tx) => screenPortion(tx, organizationId, clock), {
    isolationLevel: IsolationLevel.REPEATABLE_READ,
  });

async function screenPortion(
  tx: SqlEntityManager,
  organizationId: string,
  clock: Clock,
): Promise<boolean> {
  if (!(await isAlone(tx, organizationId))) return false;
  const first = await firstUnscreened(tx);
  const [organization] = await tx.find(Organization, {}, { limit: 1 });
  // Its events may be on the way, on another topic: before them nobody knows what its clocks show.
  if (first === null || !organization) return false;
  const { timeZone } = organization;
  const [earlier, fresh, alarms, reviews] = [
    await factsBefore(tx, { place: first, limit: 2 * windowFacts, timeZone }),
    await factsFrom(tx, { place: first, limit: portion, timeZone }),
    await alarmsBefore(tx, first),
    await readReviews(tx),
  ];
  const facts = [...earlier, ...fresh];
  const raised = await screenGently(facts, { before: earlier.length, alarms, reviews });
  const events = raised.map((one) => anomalyDetected(one, organizationId, clock));
  const added = await addAnomalies(tx, events);
  await recordEvents(
    tx,
    events.filter(({ data }) => added.has(data.anomalyId)),
  );
  const isMore = fresh.length === portion;
  await moveRequest(tx, organizationId, isMore ? fresh.at(-1) : undefined);
  return isMore;
}

/** So many facts are judged at a stretch: some milliseconds. Whoever asks for a dashboard meanwhile doesn't wait for all of them. */
const stretch = 40;

async function screenGently(
  facts: readonly Fact[],
  screening: Omit<Screening, 'facts'>,
): Promise<Raised[]> {
  const look = startScreen(screening);
  const raised: Raised[] = [];
  for (const [place, fact] of facts.entries()) {
    const found = look(fact, place);
    if (found) raised.push(found);
    if (place % stretch === stretch - 1) await letOthersThrough();
  }
  return raised;
}

const toParams = ({ atMs, id }: Place): string[] => [new Date(atMs).toISOString(), id];

/** Of several replicas one looks after an organization; the others come again later. */
async function isAlone(em: SqlEntityManager, organizationId: string): Promise<boolean> {
  const [row] = await em.execute<{ locked: boolean }[]>(
    `select pg_try_advisory_xact_lock(hashtextextended('screening ' || ?, 0)) as locked`,
    [organizationId],
  );
  return row?.locked === true;
}

async function alarmsBefore(em: SqlEntityManager, first: Place): Promise<Alarm[]> {
  const rows = await em.execute<(Omit<Alarm, 'atMs'> & { at: Date })[]>(
    `select kind, group_key as "group", occurred_at as at from anomaly
     where (occurred_at, fact_id) < (?::timestamptz, ?::uuid) and occurred_at > ?::timestamptz - ? * interval '1 day'
     order by occurred_at, fact_id`,
    [...toParams(first), new Date(first.atMs).toISOString(), alarmDays],
  );
  return rows.map(({ at, ...alarm }) => ({ ...alarm, atMs: new Date(at).getTime() }));
}

async function readReviews(em: SqlEntityManager): Promise<Review[]> {
  type Row = Omit<Review, 'atMs' | 'logSize'> & { at: Date; amount: string };
  const rows = await em.execute<Row[]>(
    `select r.anomaly_id as "anomalyId", a.kind, a.group_key as "group", r.verdict, r.reviewed_at as at,
       a.amount_minor::text as amount, a.currency
     from anomaly_review r join anomaly a on a.id = r.anomaly_id order by r.reviewed_at, r.id`,
  );
  return rows.map(({ at, amount, ...review }) => ({
    ...review,
    atMs: new Date(at).getTime(),
    logSize: logSizeOf(BigInt(amount)),
  }));
}

/** What was asked for is done, or goes on from the last fact that was judged. What is asked for meanwhile isn't seen here, and stays. */
async function moveRequest(
  em: SqlEntityManager,
  organizationId: string,
  last: Place | undefined,
): Promise<void> {
  await em.execute('delete from screening_request');
  if (last === undefined) return;
  const [occurredAt, id] = toParams(last);
  await em.execute(
    'insert into screening_request (id, organization_id, occurred_at) values (?, ?, ?)',
    [id, organizationId, occurredAt],
  );
}
