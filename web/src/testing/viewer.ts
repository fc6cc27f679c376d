import type { Right } from '../apollo/use-viewer.ts';

/** Somebody who has these rights. */
export const viewer = (scopes: readonly Right[]) => ({
  me: {
    __typename: 'Me' as const,
    role: 'OWNER' as const,
    scopes,
    organization: {
      __typename: 'Organization' as const,
      id: 'o1',
      baseCurrency: 'EUR',
      timeZone: 'Europe/Dublin',
    },
  },
});

/** Somebody who may do everything. */
export const owner = viewer([
  'customers:write',
  'invoices:write',
  'payments:write',
  'ledger:write',
  'import:write',
  'organization:manage',
]);

/** Somebody who may look, and change nothing. */
export const reader = viewer([]);
