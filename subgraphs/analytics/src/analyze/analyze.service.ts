import { badInput } from '@finflow/shared/graphql/connection';
import type { LocalDate } from '@finflow/shared/local-date';
import { money, type Money } from '@finflow/shared/money';
import { isStorableText } from '@finflow/shared/storable-text';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Organization } from '../organization/organization.entity.ts';
import type { AnalyzeGrain, AnalyzeQuestion } from './analyze-question.ts';
import { sources, type Measure } from './measures.ts';

/** Of one period and one key, a value for each measure in the order asked. */
export type AnalyzeRow = {
  /** First day of the period, `from` where it began before. */
  readonly start: LocalDate;
  /** Of the dimension; null without one, and where the books name none. */
  readonly key: string | null;
  readonly values: readonly Money[];
};

/** More than anybody reads, and little enough for one answer. */
const mostRows = 1000;

/**
 * Adds up what the read model knows, in the base currency: rows by period, oldest first, and within it by key. Periods in which nothing
 * happened have no row. Empty until the organization's first event has arrived.
 * @throws GraphQLError BAD_USER_INPUT when there are more than 1000 rows
 */
export async function analyze(
  em: SqlEntityManager,
  question: AnalyzeQuestion,
): Promise<AnalyzeRow[]> {
  const [organization] = await em.find(Organization, {}, { limit: 1 });
  if (!organization) return [];
  const currency = organization.baseCurrency;
  const { measures } = question;
  const found = new Map<string, { start: LocalDate; key: string | null; sums: bigint[] }>();
  const answers = await Promise.all(
    measures.map((measure) => sums(em, measure, currency, question)),
  );
  answers.forEach((rows, index) => {
    for (const { start, key, amount } of rows) {
      const place = JSON.stringify([start, key]);
      const row = found.get(place) ?? { start, key, sums: measures.map(() => 0n) };
      row.sums[index] = BigInt(amount);
      found.set(place, row);
    }
  });
  if (found.size > mostRows) {
    throw badInput(`This has more than ${mostRows} rows. Ask for a coarser grain or fewer keys.`);
  }
  return [...found]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { start, key, sums: all }]) => ({
      start,
      key,
      values: all.map((sum) => money(sum, currency)),
    }));
}

type Sum = { readonly start: string; readonly key: string | null; readonly amount: string };

const units: Readonly<Record<Exclude<AnalyzeGrain, 'TOTAL'>, string>> = {
  DAY: 'day',
  WEEK: 'week',
  MONTH: 'month',
  QUARTER: 'quarter',
  YEAR: 'year',
};

const sums = (
  em: SqlEntityManager,
  measure: Measure,
  currency: string,
  { from, to, grain, dimension, keys }: AnalyzeQuestion,
): Promise<Sum[]> =>
  em.execute<Sum[]>(
    `select start::text as start, key, sum(amount)::text as amount from (
       select ${grain === 'TOTAL' ? '?::date' : `greatest(?::date, date_trunc('${units[grain]}', date)::date)`} as start,
         ${dimension ? 'key' : 'null::text as key'}, amount
       from (${sources[measure].sql}) as fact
       where currency = ? and date between ? and ?
         and (?::jsonb is null
           or key in (select lower(btrim(asked)) from jsonb_array_elements_text(?::jsonb) as asked))
     ) as part
     group by 1, 2 limit ?`,
    [from, currency, from, to, ...filterOf(keys), mostRows + 1],
  );

/** What no key can be finds nothing. Keys have no capitals and no spaces around them: payees and ids are found however they are spelled. */
const filterOf = (keys: readonly string[] | null) => {
  const list = keys && JSON.stringify(keys.filter(isStorableText));
  return [list, list];
};
