import type { Client } from 'pg';
import { withClient } from '@finflow/shared/database/provision';
import { isBalanced, type PostingSide } from './entry-draft.ts';
import { bodyHash, genesisHash, linkHash } from './entry-hash.ts';
import type { EntryRow } from './entry-rows.ts';

/** What was found in the books of one organization. */
export type LedgerReport = {
  readonly organizationId: string;
  readonly entries: number;
  /** Empty when all is as it must be; one sentence each. At most 100. */
  readonly problems: readonly string[];
};

const entriesAtOnce = 1000;
const maxProblems = 100;

/**
 * Reads the books of all organizations and computes again what the database keeps: the chain of hashes, the balance of each
 * entry, the balances of the accounts. Finds what somebody changed behind the database's guards.
 * @param ownerUrl the owner's connection: it sees all organizations
 */
export const verifyLedger = (ownerUrl: string): Promise<LedgerReport[]> =>
  withClient(ownerUrl, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<{ id: string }>(
      'select organization_id as id from organization order by 1',
    );
    const reports: LedgerReport[] = [];
    for (const { id } of rows) reports.push(await verifyOrganization(client, id));
    await client.query('commit');
    return reports;
  });

async function verifyOrganization(client: Client, organizationId: string): Promise<LedgerReport> {
  const chain = await verifyChain(client, organizationId);
  const problems = [
    ...chain.problems,
    ...(await verifyHead(client, organizationId, chain)),
    ...(await verifyBalances(client, organizationId)),
  ];
  return { organizationId, entries: chain.sequence, problems: problems.slice(0, maxProblems) };
}

type Line = {
  readonly accountId: string;
  readonly side: PostingSide;
  readonly amountMinor: string;
  readonly currency: string;
};

type Entry = Omit<EntryRow, 'organizationId'> & { readonly postings: readonly Line[] };

type Chain = {
  readonly sequence: number;
  readonly hash: string;
  readonly problems: readonly string[];
};

/** Walks the chain from its first link; it ends where the last entry stands. */
async function verifyChain(client: Client, organizationId: string): Promise<Chain> {
  const problems: string[] = [];
  let last = { sequence: 0, hash: genesisHash };
  for (;;) {
    const { rows } = await client.query<Entry>(nextEntries, [
      organizationId,
      last.sequence,
      entriesAtOnce,
    ]);
    for (const entry of rows) {
      problems.push(...problemsOf(entry, last).map((said) => `entry ${entry.sequence}: ${said}`));
      last = { sequence: entry.sequence, hash: entry.hash };
    }
    if (rows.length < entriesAtOnce || problems.length >= maxProblems) return { ...last, problems };
  }
}

function problemsOf(entry: Entry, last: { sequence: number; hash: string }): string[] {
  const postings = entry.postings.map(({ amountMinor, ...line }) => ({
    ...line,
    amountMinor: BigInt(amountMinor),
  }));
  const lines = postings.map(({ accountId, ...line }) => ({ account: accountId, ...line }));
  const checks: readonly (readonly [boolean, string])[] = [
    [entry.sequence === last.sequence + 1, `follows ${last.sequence}, entries are missing`],
    [entry.previousHash === last.hash, 'is not linked to the entry before it'],
    [entry.bodyHash === bodyHash({ ...entry, postings }), 'does not say what its hash says'],
    [entry.hash === linkHash(entry), 'has a hash that does not fit its place'],
    [postings.length === entry.postingCount, 'has lost or won postings'],
    [isBalanced(lines), 'does not balance'],
  ];
  return checks.filter(([isFine]) => !isFine).map(([, said]) => said);
}

const nextEntries = `
  select e.id, e.sequence, e.date::text, e.kind, e.description, e.idempotency_key as "idempotencyKey",
    e.posting_count as "postingCount", e.invoice_id as "invoiceId", e.payment_id as "paymentId",
    e.reversal_of as "reversalOf", e.body_hash as "bodyHash", e.previous_hash as "previousHash", e.hash,
    e.created_at as "createdAt",
    coalesce(jsonb_agg(jsonb_build_object('accountId', p.account_id, 'side', p.side,
      'amountMinor', p.amount_minor::text, 'currency', p.currency) order by p.position)
      filter (where p.id is not null), '[]') as postings
  from (
    select * from journal_entry where organization_id = $1 and sequence > $2 order by sequence limit $3
  ) e left join posting p on p.entry_id = e.id
  group by e.id, e.sequence, e.date, e.kind, e.description, e.idempotency_key, e.posting_count, e.invoice_id,
    e.payment_id, e.reversal_of, e.body_hash, e.previous_hash, e.hash, e.created_at
  order by e.sequence`;

/** The head knows the last entry: so the end of the chain can't be cut off. */
async function verifyHead(client: Client, organizationId: string, chain: Chain) {
  const { rows } = await client.query<{ sequence: number; hash: string }>(
    'select sequence, hash from ledger_head where organization_id = $1',
    [organizationId],
  );
  const [head] = rows;
  const isLast = head?.sequence === chain.sequence && head.hash === chain.hash;
  return isLast || chain.problems.length >= maxProblems
    ? []
    : [`the chain ends at ${chain.sequence}, its head says ${head?.sequence ?? 'nothing'}`];
}

/** What is kept per account and day, against the sum of the postings. */
async function verifyBalances(client: Client, organizationId: string): Promise<string[]> {
  const { rows } = await client.query<{ code: string; currency: string; day: string }>(
    differences,
    [organizationId, maxProblems],
  );
  return rows.map(
    ({ code, currency, day }) => `account ${code}: wrong balance of ${day} in ${currency}`,
  );
}

const differences = `
  select coalesce(a.code, '?') as code, currency, day::text
  from (
    select p.account_id, p.currency, e.date as day,
      coalesce(sum(p.amount_minor) filter (where p.side = 'DEBIT'), 0) as debit,
      coalesce(sum(p.amount_minor) filter (where p.side = 'CREDIT'), 0) as credit
    from posting p join journal_entry e on e.id = p.entry_id
    where p.organization_id = $1 group by 1, 2, 3
  ) s
  full join (select * from account_balance where organization_id = $1) b using (account_id, currency, day)
  left join account a on a.id = account_id
  where s.debit is distinct from b.debit_minor or s.credit is distinct from b.credit_minor
  order by day limit $2`;
