/** A key of an online shop. */
export const shopKey = {
  __typename: 'ApiKey' as const,
  id: 'k1',
  name: 'Online shop',
  prefix: 'ffk_Ab12Cd34',
  scopes: ['invoices:read', 'invoices:write'],
  state: 'ACTIVE' as 'ACTIVE' | 'EXPIRED' | 'REVOKED',
  expiresOn: null as string | null,
  lastUsedOn: '2026-11-20' as string | null,
};
