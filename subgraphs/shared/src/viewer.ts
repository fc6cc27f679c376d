/** Who calls, as the gateway verified it. */
export type Viewer =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'user';
      readonly userId: string;
      readonly sessionId: string;
      /** Null for a user without an organization. */
      readonly organizationId: string | null;
      readonly role: Role | null;
      readonly scopes: readonly string[];
    }
  /** The holder of a payment link: may see that one invoice and pay it. */
  | {
      readonly kind: 'payer';
      readonly organizationId: string;
      readonly invoiceId: string;
      readonly scopes: readonly string[];
    };

export type Role = 'OWNER' | 'ADMIN' | 'ACCOUNTANT' | 'MEMBER' | 'VIEWER';

export const roles: readonly Role[] = ['OWNER', 'ADMIN', 'ACCOUNTANT', 'MEMBER', 'VIEWER'];

const read = ['customers:read', 'invoices:read', 'payments:read', 'ledger:read', 'analytics:read'];
const invoicing = ['customers:write', 'invoices:write'];
const bookkeeping = ['payments:write', 'ledger:write', 'import:write'];

/** What each role may do. The scopes stand on the fields of the schemas. */
export const scopesOf: Readonly<Record<Role, readonly string[]>> = {
  OWNER: [...read, ...invoicing, ...bookkeeping, 'organization:manage', 'members:manage'],
  ADMIN: [...read, ...invoicing, ...bookkeeping, 'organization:manage', 'members:manage'],
  ACCOUNTANT: [...read, ...invoicing, ...bookkeeping],
  MEMBER: [...read, ...invoicing],
  VIEWER: read,
};

export const payerScopes: readonly string[] = ['pay:invoice'];

export const anonymous: Viewer = { kind: 'anonymous' };

export const organizationOf = (viewer: Viewer): string | null =>
  viewer.kind === 'anonymous' ? null : viewer.organizationId;

export const hasScope = (viewer: Viewer, scope: string): boolean =>
  viewer.kind !== 'anonymous' && viewer.scopes.includes(scope);
