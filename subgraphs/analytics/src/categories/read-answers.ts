import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { type Answer, mostAnswers } from '../categorizing/recalibrate.ts';

/**
 * What people of the organization answered when they were asked, oldest first: what had been suggested, and whether it is what holds now.
 * Who thinks better of an answer has that counted instead.
 */
export const readAnswers = (em: SqlEntityManager): Promise<Answer[]> =>
  em.execute<Answer[]>(
    `select probability, "isKnown", "isRight" from (
       select d.number, (d.suggested ->> 'probability')::float8 as probability,
         (d.suggested ->> 'isKnown')::boolean as "isKnown",
         d.suggested ->> 'category' = (
           select holds.category from category_decision holds
           where holds.transaction_id = d.transaction_id order by holds.revision desc limit 1
         ) as "isRight"
       from category_decision d where d.suggested is not null
       order by d.number desc limit ?
     ) latest order by number`,
    [mostAnswers],
  );
