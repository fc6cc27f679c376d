import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Bus } from '@finflow/shared/bus/bus';
import { openBus } from '@finflow/shared/bus/open-bus';
import { newId } from '@finflow/shared/ids';
import { newViewerKeys, readVerifyKey } from '@finflow/shared/signed-viewer';
import { askingOf } from '@finflow/shared/testing/ask';
import { createTestDatabase, type TestDatabase } from '@finflow/shared/testing/postgres';
import { newUser } from '@finflow/shared/testing/viewers';
import { anonymous, type Viewer } from '@finflow/shared/viewer';
import { type AnalyticsApp, startAnalyticsApp } from '../../src/app.ts';
import { clock, eventsOf } from '../support/events.ts';
import { eventually } from '@finflow/shared/testing/eventually';

const keys = newViewerKeys();
type Factor = { readonly id: string; readonly points: number };
let databases: TestDatabase[];
let bus: Bus;
let app: AnalyticsApp;

beforeAll(async () => {
  databases = await Promise.all([createTestDatabase('credit_app'), createTestDatabase('events')]);
  const [own, events] = databases;
  if (!own || !events) throw new Error('Two names give two databases');
  bus = await openBus({ kind: 'pg-log', url: events.ownerUrl });
  const { appUrl: databaseUrl, ownerUrl: databaseOwnerUrl } = own;
  app = await startAnalyticsApp(
    { databaseUrl, databaseOwnerUrl, gatewayVerifyKeys: [readVerifyKey(keys.verifyKey)] },
    { bus, clock },
  );
});
afterAll(async () => {
  await app.close();
  await bus.close();
  await Promise.all(databases.map((database) => database.close()));
});

const ask = (organizationId: string, query: string, viewer: Viewer = newUser({ organizationId })) =>
  askingOf(app.subgraph, keys.signingKey)(viewer, query);

const score = `{ creditScore {
  __typename
  ... on CreditScore {
    asOf score band ordinaryScore factors { id points }
    reasons { id name unit value points sentence }
    improvements { kind sentence amount { decimal currency } score gain }
  }
  ... on CreditScoreUnavailable { code message }
} }`;
const offers = `{ loanOffers {
  __typename
  ... on LoanOffers { asOf score isIllustrative declined { code message }
    offers { kind amount { decimal } termMonths yearlyRateBasisPoints monthlyPayment { decimal } coverage } }
  ... on CreditScoreUnavailable { code }
} }`;

describe('a business with a year of books', () => {
  const id = newId();

  beforeAll(async () => {
    const write = eventsOf(id);
    const months = ['07', '08', '09', '10', '11', '12', '01', '02', '03', '04', '05', '06'];
    const dates = months.map((month) => `${Number(month) > 6 ? 2025 : 2026}-${month}-10`);
    await bus.publish([
      write.created(),
      write.posted('2025-07-01', 'Dr 1000 2000000', 'Cr 3000 2000000'),
      ...dates.flatMap((date) => [
        write.posted(date, 'Dr 1100 1210000', 'Cr 4000 1000000', 'Cr 2100 210000'),
        write.posted(date, 'Dr 1000 1210000', 'Cr 1100 1210000'),
        write.posted(date, 'Dr 6100 800000', 'Dr 2100 200000', 'Cr 1000 1000000'),
      ]),
      write.posted('2026-07-02', 'Dr 1100 300000', 'Cr 4000 300000'),
      write.invoiced(newId(), '300000', '2026-06-20'),
    ]);
    await eventually(async () => assertHeard(await ask(id, score)));
  });

  /** The invoice and the last entry come by topics of their own. */
  function assertHeard({ data }: { data: { creditScore: { factors?: Factor[] } | null } }): void {
    const points = (id: string) =>
      data.creditScore?.factors?.find((factor) => factor.id === id)?.points;
    if (points('LATE_RECEIVABLES') !== -60 || points('HISTORY') !== 0) throw new Error('Not yet');
  }

  it('has a score with five reasons that is the sum of its parts', async () => {
    const { data, errors } = await ask(id, score);
    expect(errors).toEqual([]);
    const { creditScore } = data;
    expect(creditScore).toMatchObject({ __typename: 'CreditScore', asOf: '2026-07-15' });
    expect(creditScore.reasons).toHaveLength(5);
    const points = creditScore.factors.map((factor: { points: number }) => factor.points);
    expect(points.reduce((a: number, b: number) => a + b, creditScore.ordinaryScore)).toBe(
      creditScore.score,
    );
    expect(creditScore.reasons).toContainEqual({
      name: 'Paid late',
      points: -60,
      id: 'LATE_RECEIVABLES',
      unit: 'PERCENT',
      value: 1,
      sentence: "100 % of what fell due was paid more than a week late, or isn't yet.",
    });
    expect(creditScore.improvements).toContainEqual(
      expect.objectContaining({
        kind: 'COLLECT_OVERDUE',
        amount: { decimal: '3000.00', currency: 'EUR' },
      }),
    );
  });

  it('has a history that begins with its fourth month and ends with the score of today', async () => {
    const { data } = await ask(
      id,
      '{ creditScores(months: 12) { asOf score band } creditScore { ... on CreditScore { score } } }',
    );
    const days = data.creditScores.map(({ asOf }: { asOf: string }) => asOf);
    expect(days).toEqual([
      '2025-09-30',
      '2025-10-31',
      '2025-11-30',
      '2025-12-31',
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
      '2026-07-15',
    ]);
    expect(data.creditScores.at(-1).score).toBe(data.creditScore.score);
  });

  it('refuses a history of no month or of too many', async () => {
    for (const months of [0, 25]) {
      const { errors } = await ask(id, `{ creditScores(months: ${months}) { score } }`);
      expect(errors[0].extensions.code).toBe('BAD_USER_INPUT');
    }
  });

  it('is offered loans that its profit pays back, and told that no lender stands behind them', async () => {
    const { data } = await ask(id, offers);
    expect(data.loanOffers).toMatchObject({ isIllustrative: true, asOf: '2026-07-15' });
    const { declined, offers: found, score: reached } = data.loanOffers;
    expect(declined === null).toBe(reached >= 550);
    for (const { coverage } of found) expect(coverage).toBeGreaterThanOrEqual(1.25);
  });

  it('shows nothing of it to another organization or to the anonymous', async () => {
    const stranger = newId();
    await bus.publish([eventsOf(stranger).created()]);
    await eventually(async () => {
      const { data } = await ask(stranger, score);
      expect(data.creditScore).toEqual({
        __typename: 'CreditScoreUnavailable',
        code: 'TOO_LITTLE_HISTORY',
        message: 'A score needs 3 complete months of books. There are 0 complete months so far.',
      });
    });
    expect((await ask(stranger, offers)).data.loanOffers.code).toBe('TOO_LITTLE_HISTORY');
    expect((await ask(stranger, '{ creditScores { score } }')).data.creditScores).toEqual([]);
    const { errors } = await ask(id, score, anonymous);
    expect(errors[0].extensions.code).toBe('UNAUTHENTICATED');
  });
});

it('does not count a first month of which a week is in the books', async () => {
  const id = newId();
  const write = eventsOf(id);
  await bus.publish([
    write.created(),
    ...['2026-04-24', '2026-05-24', '2026-06-24'].map((date) =>
      write.posted(date, 'Dr 1000 1000000', 'Cr 4000 1000000'),
    ),
  ]);
  await eventually(async () => {
    expect((await ask(id, score)).data.creditScore.message).toBe(
      'A score needs 3 complete months of books. There are 2 complete months so far.',
    );
  });
});

it('reaches the score that was promised, once what is overdue is collected', async () => {
  const id = newId();
  const write = eventsOf(id);
  const [halfPaid, unpaid] = [newId(), newId()];
  const months = ['02', '03', '04', '05', '06'];
  await bus.publish([
    write.created(),
    write.posted('2026-01-05', 'Dr 1000 100000', 'Cr 3000 100000'),
    ...months.flatMap((month) => [
      write.posted(`2026-${month}-10`, 'Dr 1000 1000000', 'Cr 4000 1000000'),
      write.posted(`2026-${month}-20`, 'Dr 6100 900000', 'Cr 1000 900000'),
    ]),
    write.posted('2026-05-01', 'Dr 1100 3000000', 'Cr 4000 3000000'),
    write.posted('2026-05-20', 'Dr 1000 500000', 'Cr 1100 500000'),
    write.invoiced(halfPaid, '1000000', '2026-06-20'),
    write.updated(halfPaid, '1000000', '500000'),
    write.invoiced(unpaid, '2000000', '2026-07-12'),
  ]);
  const read = async () => (await ask(id, score)).data.creditScore;
  const collecting = `{ kpis { cash { current { minor } } receivables { current { minor } } } }`;
  await eventually(async () => {
    const { kpis } = (await ask(id, collecting)).data;
    expect([kpis.cash.current.minor, kpis.receivables.current.minor]).toEqual([
      '1100000',
      '2500000',
    ]);
    expect((await read()).improvements).toContainEqual(
      expect.objectContaining({
        kind: 'COLLECT_OVERDUE',
        amount: { decimal: '25000.00', currency: 'EUR' },
      }),
    );
  });
  const promised = (await read()).improvements.find(
    ({ kind }: { kind: string }) => kind === 'COLLECT_OVERDUE',
  );
  await bus.publish([
    write.posted('2026-07-15', 'Dr 1000 2500000', 'Cr 1100 2500000'),
    write.updated(halfPaid, '1000000', '0', new Date(clock.now().getTime() + 1_000)),
    write.updated(unpaid, '2000000', '0', new Date(clock.now().getTime() + 1_000)),
    write.paid(halfPaid, '1000000', '2026-07-15'),
    write.paid(unpaid, '2000000', '2026-07-15'),
  ]);
  await eventually(async () => expect((await read()).score).toBe(promised.score));
});

it('has no score before the organization was heard of', async () => {
  expect((await ask(newId(), score)).data.creditScore).toBeNull();
  expect((await ask(newId(), offers)).data.loanOffers).toBeNull();
});
