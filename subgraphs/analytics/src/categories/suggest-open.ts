import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CategoryRoom } from './category-room.ts';
import type { Suggestion } from '../categorizing/suggestion.ts';
import { type OrganizationCategorizer, readCategorizer } from './categorizer.ts';
import { lockSettings } from './category-settings.ts';
import { isOpen } from './open-transactions.ts';
import { type NewDecision, recordDecisions } from './record-decisions.ts';
import { requestSuggestions, takeSuggestionRequest } from './suggestion-request.ts';

/** So many are suggested in one go; what waits beyond that has its turn when some of these are decided. */
const maxOpen = 2000;
/** After so many the event loop has a turn: others are served meanwhile. */
const perTurn = 10;

type Row = {
  readonly id: string;
  readonly text: string;
  readonly amountMinor: string;
  readonly currency: string;
  readonly date: string;
};

/**
 * Suggests a category for what waits, by all that is known now, in the caller's transaction. Suggestions above the organization's
 * threshold become decisions and are published; the others are stored and wait for a person. An entry without a text waits without a
 * suggestion: an amount alone says too little.
 */
export async function suggestOpen(room: CategoryRoom): Promise<void> {
  const { em } = room;
  const { threshold } = await lockSettings(em);
  await takeSuggestionRequest(em);
  const open = await em.execute<Row[]>(findOpen, [maxOpen]);
  if (open.length === 0) return;
  const categorizer = await readCategorizer(em);
  const suggested = await suggestEach(open, categorizer);
  const isSure = ({ suggestion }: Suggested) => suggestion.confidence >= threshold;
  const { modelVersion } = categorizer;
  await recordDecisions(
    suggested.filter(isSure).map((sure) => toDecision(sure, modelVersion)),
    room,
  );
  const unsure = suggested.filter((one) => !isSure(one));
  const rows = unsure.map((one) => toRow(one, modelVersion, room.organizationId));
  await em.execute(store, [JSON.stringify(rows)]);
  if (open.length === maxOpen && unsure.length < maxOpen) await requestSuggestions(em);
}

type Suggested = { readonly id: string; readonly suggestion: Suggestion };

async function suggestEach(
  open: readonly Row[],
  categorizer: OrganizationCategorizer,
): Promise<Suggested[]> {
  const suggested: Suggested[] = [];
  for (const [index, { id, amountMinor, ...row }] of open.entries()) {
    if (index % perTurn === perTurn - 1) await nextTurn();
    const amount = { amountMinor: BigInt(amountMinor), direction: 'OUT' } as const;
    suggested.push({ id, suggestion: categorizer.suggest({ ...row, ...amount }) });
  }
  return suggested;
}

const toDecision = ({ id, suggestion }: Suggested, modelVersion: string): NewDecision => ({
  transactionId: id,
  category: suggestion.category,
  confidence: suggestion.confidence,
  decidedBy: 'MODEL',
  modelVersion,
});

const toRow = ({ id, suggestion }: Suggested, modelVersion: string, organizationId: string) => ({
  transaction_id: id,
  organization_id: organizationId,
  category: suggestion.category,
  confidence: suggestion.confidence,
  claim: suggestion.claim,
  alternatives: suggestion.alternatives,
  reasons: suggestion.reasons,
  model_version: modelVersion,
});

const findOpen = `
  select t.id, t.text, t.amount_minor::text as "amountMinor", t.currency, t.date::text as date
  from transaction t where t.text <> '' and ${isOpen} order by t.date desc, t.id desc limit ?`;

const store = `
  insert into category_suggestion
    (transaction_id, organization_id, category, confidence, claim, alternatives, reasons, model_version)
  select transaction_id, organization_id, category, confidence, claim, alternatives, reasons, model_version
  from jsonb_to_recordset(?::jsonb) as row (transaction_id uuid, organization_id uuid, category text,
    confidence float8, claim jsonb, alternatives jsonb, reasons jsonb, model_version text)
  on conflict (transaction_id) do update set category = excluded.category,
    confidence = excluded.confidence, claim = excluded.claim,
    alternatives = excluded.alternatives, reasons = excluded.reasons, model_version = excluded.model_version`;
