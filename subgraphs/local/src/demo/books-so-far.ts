import type { PublicApi } from './public-api.ts';

/** What an earlier, interrupted seeding left in the books. */
export type BooksSoFar = {
  /** Customer ids by email address. */
  readonly customers: ReadonlyMap<string, string>;
  /** Ids of the issued invoices, in the order of their numbers. */
  readonly issued: readonly string[];
};

type Page<Node> = {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

/** Reads what is there, and removes drafts: one may have been left half-way to its number. */
export async function readBooksSoFar(api: PublicApi): Promise<BooksSoFar> {
  const customers = await readAll(async (after) => {
    const query = `query ($after: String) {
      list: customers(first: 100, after: $after) {
        edges { node { id email } } pageInfo { hasNextPage endCursor } } }`;
    const { list } = await api<{ list: Page<{ id: string; email: string | null }> }>({
      query,
      variables: { after },
    });
    return list;
  });
  const issued = await readInvoices(api, ['OPEN', 'PARTIALLY_PAID', 'PAID']);
  for (const { id } of await readInvoices(api, ['DRAFT'])) {
    await api({
      query: `mutation ($input: DeleteInvoiceDraftInput!) {
        deleteInvoiceDraft(input: $input) { __typename } }`,
      variables: { input: { id } },
    });
  }
  return {
    customers: new Map(customers.map(({ id, email }) => [email ?? '', id])),
    issued: issued.toSorted((a, b) => place(a.number) - place(b.number)).map(({ id }) => id),
  };
}

const readInvoices = (api: PublicApi, status: readonly string[]) =>
  readAll(async (after) => {
    const query = `query ($after: String, $filter: InvoiceFilter) {
      list: invoices(first: 100, after: $after, filter: $filter) {
        edges { node { id number } } pageInfo { hasNextPage endCursor } } }`;
    const { list } = await api<{ list: Page<{ id: string; number: string | null }> }>({
      query,
      variables: { after, filter: { status } },
    });
    return list;
  });

async function readAll<Node>(
  readPage: (after: string | null) => Promise<Page<Node>>,
): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let after: string | null = null; ; ) {
    const page: Page<Node> = await readPage(after);
    nodes.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return nodes;
    after = page.pageInfo.endCursor;
  }
}

/** The n of INV-0000n. */
const place = (number: string | null): number => Number(/\d+$/.exec(number ?? '')?.[0] ?? 0);
