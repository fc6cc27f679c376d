import { isId } from '@finflow/shared/ids';
import { newEvent } from '@finflow/shared/events/envelope';
import { recordEvent } from '@finflow/shared/outbox/record-event';
import { type Refusal, refuse, RefusedError } from '@finflow/shared/refusal';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Transaction } from '../categorizing/purchase.ts';
import type { Suggestion } from '../categorizing/suggestion.ts';
import { type CategoryRoom, type DecidingRoom, inTransaction } from './category-room.ts';
import type { Suggested } from './category-decision.entity.ts';
import { applyThreshold } from './category.projection.ts';
import { readCategorizer } from './categorizer.ts';
import { lockSettings, readSettings, type SettingsRow } from './category-settings.ts';
import { recordDecisions } from './record-decisions.ts';
import { suggestOpen } from './suggest-open.ts';
import { findCategory, uncategorizedAccount } from './taxonomy.ts';

export type DecisionInput = { readonly transactionId: string; readonly category: string };

/** So many can be accepted by one call. */
const maxAccepted = 100;
const maxText = 500;

/**
 * Notes what people say transactions were for, all or none, and suggests again for what waits: from then on the same and similar texts
 * have it too. Who says what holds already changes nothing. Of equal texts the first answers what was suggested: a hundred that are
 * accepted at once are one text that was read right. Refuses UNKNOWN_CATEGORY, TRANSACTION_NOT_FOUND, CODED_IN_BOOKS,
 * TRANSACTION_REVERSED, TOO_MANY_DECISIONS, TWICE_IN_LIST.
 * @param path the input field that holds the decisions, for refusals
 */
export const decideCategories = (
  decisions: readonly DecisionInput[],
  path: (index: number) => string,
  room: DecidingRoom,
): Promise<readonly string[] | Refusal> =>
  inTransaction(room, async (em) => {
    mustBeList(decisions, path);
    await lockSettings(em);
    const standing = await readStanding(em, decisions);
    decisions.forEach((decision, index) => {
      mustBeDecidable(decision, standing.get(decision.transactionId), path(index));
    });
    const isNews = ({ transactionId, category }: DecisionInput) => {
      const known = standing.get(transactionId);
      return known?.decidedBy !== 'PERSON' || known.category !== category;
    };
    const { actorId } = room;
    const answered = new Set<string>();
    const news = decisions.filter(isNews).map(({ transactionId, category }) => {
      const { suggested, text = '' } = standing.get(transactionId) ?? {};
      const decision = { transactionId, category, decidedBy: 'PERSON' as const, actorId };
      if (!suggested || answered.has(text)) return decision;
      answered.add(text);
      return { ...decision, suggested };
    });
    await recordDecisions(news, { ...room, em });
    if (news.length > 0) await suggestOpen({ ...room, em });
    return decisions.map(({ transactionId }) => transactionId);
  });

function mustBeList(decisions: readonly DecisionInput[], path: (index: number) => string): void {
  if (decisions.length === 0 || decisions.length > maxAccepted) {
    const message = `Name one transaction at least, and ${maxAccepted} at most.`;
    throw new RefusedError(refuse('InvalidInput', 'TOO_MANY_DECISIONS', message, 'input'));
  }
  const ids = decisions.map(({ transactionId }) => transactionId);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice === -1) return;
  const message = 'A transaction can be decided once in a list.';
  throw new RefusedError(
    refuse('InvalidInput', 'TWICE_IN_LIST', message, `${path(twice)}.transactionId`),
  );
}

type Standing = {
  readonly id: string;
  readonly text: string;
  readonly accountCode: string;
  readonly isReversed: boolean;
  readonly category: string | null;
  readonly decidedBy: string | null;
  readonly suggested: Suggested | null;
};

async function readStanding(em: SqlEntityManager, decisions: readonly DecisionInput[]) {
  const ids = decisions.map(({ transactionId }) => transactionId).filter(isId);
  const rows = await em.execute<Standing[]>(
    `select t.id, t.text, t.account_code as "accountCode", d.category, d.decided_by as "decidedBy",
       s.claim || jsonb_build_object('category', s.category) as suggested,
       exists (select from transaction_reversal r where r.transaction_id = t.id) as "isReversed"
     from transaction t
     left join lateral (
       select category, decided_by from category_decision
       where transaction_id = t.id order by revision desc limit 1
     ) d on true
     left join category_suggestion s on s.transaction_id = t.id
     where t.id in (select jsonb_array_elements_text(?::jsonb)::uuid)`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function mustBeDecidable(
  { category }: DecisionInput,
  standing: Standing | undefined,
  path: string,
): void {
  if (!findCategory(category)) {
    const message = 'There is no such category. Choose one of the list.';
    throw new RefusedError(refuse('InvalidInput', 'UNKNOWN_CATEGORY', message, `${path}.category`));
  }
  const field = `${path}.transactionId`;
  if (!standing) {
    const message = 'There is no such transaction.';
    throw new RefusedError(refuse('NotFound', 'TRANSACTION_NOT_FOUND', message, field));
  }
  if (standing.isReversed) {
    const message = 'This entry was taken back. Nothing was changed.';
    throw new RefusedError(refuse('Conflict', 'TRANSACTION_REVERSED', message, field));
  }
  if (standing.accountCode !== uncategorizedAccount) {
    const message = 'Somebody chose the account of this entry. Correct the entry in the books.';
    throw new RefusedError(refuse('Conflict', 'CODED_IN_BOOKS', message, field));
  }
}

/**
 * Sets from which confidence on a category is taken without asking, and takes what is now above it. Refuses BAD_THRESHOLD.
 * @param threshold 0.5 to 1
 */
export const setThreshold = (
  threshold: number,
  room: DecidingRoom,
): Promise<SettingsRow | Refusal> =>
  inTransaction(room, async (em) => {
    if (!(threshold >= 0.5 && threshold <= 1)) {
      const message = 'A threshold is from 0.5 to 1.';
      throw new RefusedError(refuse('InvalidInput', 'BAD_THRESHOLD', message, 'input.threshold'));
    }
    const settings = await lockSettings(em);
    if (settings.threshold !== threshold) {
      const { organizationId, actorId: changedBy, clock } = room;
      const data = { threshold, changedBy, revision: settings.thresholdRevision + 1 };
      const about = { source: '/analytics', subject: organizationId, organizationId };
      const event = newEvent('category_threshold_changed', { ...about, data }, clock);
      await applyThreshold(em, event);
      await recordEvent(em, event);
      await suggestOpen({ ...room, em });
    }
    return readSettings(em);
  });

/** What a text would be suggested. Stores nothing. Refuses BAD_TEXT. */
export async function categorizeText(
  transaction: Transaction,
  { em }: CategoryRoom,
): Promise<(Suggestion & { readonly modelVersion: string }) | Refusal> {
  const text = transaction.text.trim();
  if (text === '' || text.length > maxText) {
    const message = `A text has 1 to ${maxText} characters.`;
    return refuse('InvalidInput', 'BAD_TEXT', message, 'input.text');
  }
  const categorizer = await readCategorizer(em);
  const suggestion = categorizer.suggest({ ...transaction, text });
  return { ...suggestion, modelVersion: categorizer.modelVersion };
}
