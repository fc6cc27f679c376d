import type { PublicApi } from '../demo/public-api.ts';

/** One journal entry, as far as a payment's trail goes. */
export type BookedEntry = {
  readonly id: string;
  readonly sequence: number;
  readonly kind: string;
  readonly hash: string;
  readonly payment: { readonly id: string } | null;
};

/** What a company's books say: balances in minor units by the account's code, entries oldest first. */
export type Books = {
  readonly balances: Readonly<Record<string, bigint>>;
  readonly isBalanced: boolean;
  readonly entries: readonly BookedEntry[];
};

/** Reads a company's books through the endpoint. At most 1000 entries. */
export async function readBooks(api: PublicApi): Promise<Books> {
  const entries: BookedEntry[] = [];
  for (let page = 0, after: string | null = null; page < 10; page += 1) {
    const { journalEntries }: EntriesAnswer = await api<EntriesAnswer>({
      query: entriesQuery,
      variables: { after },
    });
    entries.push(...journalEntries.edges.map(({ node }) => node));
    if (!journalEntries.pageInfo.hasNextPage) break;
    after = journalEntries.pageInfo.endCursor;
  }
  // After the entries, so that the balances hold at least what these say: two questions have two instants.
  const { accounts, trialBalance } = await api<BalancesAnswer>({ query: balancesQuery });
  return {
    balances: Object.fromEntries(
      accounts.map(({ code, balance }) => [code, BigInt(balance.minor)]),
    ),
    isBalanced: trialBalance.isBalanced,
    entries: entries.toSorted((a, b) => a.sequence - b.sequence),
  };
}

/** The kinds of what was booked for a payment, oldest first. */
export const bookedFor = ({ entries }: Books, paymentId: string): string[] =>
  entries.filter(({ payment }) => payment?.id === paymentId).map(({ kind }) => kind);

type BalancesAnswer = {
  readonly accounts: readonly {
    readonly code: string;
    readonly balance: { readonly minor: string };
  }[];
  readonly trialBalance: { readonly isBalanced: boolean };
};
type EntriesAnswer = {
  readonly journalEntries: {
    readonly edges: readonly { readonly node: BookedEntry }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

const balancesQuery = '{ accounts { code balance { minor } } trialBalance { isBalanced } }';
const entriesQuery = `query ($after: String) { journalEntries(first: 100, after: $after) {
  edges { node { id sequence kind hash payment { id } } } pageInfo { hasNextPage endCursor } } }`;
