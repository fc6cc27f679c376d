import type { Clock } from '@finflow/shared/clock';
import { addDays, addMonths, startOfMonth, type LocalDate } from '@finflow/shared/local-date';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Organization } from '../organization/organization.entity.ts';
import { todayIn } from '../organization/today-of.ts';
import type { Books } from './books.ts';
import { type Improvement, improvementsFor } from './improvements.ts';
import { type LoanOffer, loanOffersFor, type NoOffer } from './loan-offers.ts';
import { readBooks } from './read-books.ts';
import { explainScore, gapIn, type Score, type ScoreGap, scoreOf } from './score.ts';

export type CreditReport = Score & {
  readonly asOf: LocalDate;
  readonly currency: string;
  readonly improvements: readonly Improvement[];
};

/** The score as of a day. */
export type ScorePoint = { readonly asOf: LocalDate; readonly score: number };

export type Offers = {
  readonly asOf: LocalDate;
  readonly currency: string;
  readonly score: number;
  readonly offers: readonly LoanOffer[];
  readonly declined: NoOffer | null;
};

/** What may be asked about the credit of the viewer's organization. */
export type CreditDesk = {
  report(): Promise<CreditReport | ScoreGap | null>;
  history(months: number): Promise<ScorePoint[]>;
  offers(): Promise<Offers | ScoreGap | null>;
};

export const createCreditDesk = (em: SqlEntityManager, clock: Clock): CreditDesk => ({
  report: () => readCreditReport(em, clock),
  history: (months) => readScoreHistory(em, clock, months),
  offers: () => readLoanOffers(em, clock),
});

/** The score of the organization in which this runs, as of today; null until organization_created has arrived. */
async function readCreditReport(
  em: SqlEntityManager,
  clock: Clock,
): Promise<CreditReport | ScoreGap | null> {
  const books = await booksOfToday(em, clock);
  if (!books) return null;
  const { asOf, currency } = books;
  return (
    gapIn(books) ?? { ...explainScore(books), asOf, currency, improvements: improvementsFor(books) }
  );
}

/**
 * The score at the ends of the last `months` months and today, oldest first, by today's rules and what the log tells of those
 * days now. Days whose books give no score are left out.
 */
async function readScoreHistory(
  em: SqlEntityManager,
  clock: Clock,
  months: number,
): Promise<ScorePoint[]> {
  const [organization] = await em.find(Organization, {}, { limit: 1 });
  if (!organization) return [];
  const today = todayIn(organization, clock);
  const ends = Array.from({ length: months }, (_, ago) =>
    addDays(addMonths(startOfMonth(today), -ago), -1),
  );
  const days = new Set([...ends.toReversed(), today]);
  const all = await readBooks(em, organization.baseCurrency, [...days]);
  return all
    .filter((books) => gapIn(books) === null)
    .map((books) => ({ asOf: books.asOf, score: scoreOf(books) }));
}

/** What the policy would offer today; null until organization_created has arrived. */
async function readLoanOffers(
  em: SqlEntityManager,
  clock: Clock,
): Promise<Offers | ScoreGap | null> {
  const books = await booksOfToday(em, clock);
  if (!books) return null;
  const gap = gapIn(books);
  if (gap) return gap;
  const { asOf, currency } = books;
  const score = scoreOf(books);
  const result = loanOffersFor(books, score);
  return 'code' in result
    ? { asOf, currency, score, offers: [], declined: result }
    : { asOf, currency, score, offers: result, declined: null };
}

async function booksOfToday(em: SqlEntityManager, clock: Clock): Promise<Books | null> {
  const [organization] = await em.find(Organization, {}, { limit: 1 });
  if (!organization) return null;
  const [books] = await readBooks(em, organization.baseCurrency, [todayIn(organization, clock)]);
  return books ?? null;
}
