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
    }
  /** A program that calls by an API key of an organization. It is nobody: fields about a person refuse it. */
  | {
      readonly kind: 'partner';
      readonly apiKeyId: string;
      readonly organizationId: string;
      readonly scopes: readonly string[];
    };

export type UserViewer = Extract<Viewer, { readonly kind: 'user' }>;
export type PartnerViewer = Extract<Viewer, { readonly kind: 'partner' }>;

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

/** What an API key can be given. Running the organization stays with people, or a stolen key could make more of its kind. */
export const apiKeyScopes: readonly string[] = [...read, ...invoicing, ...bookkeeping];

export const payerScopes: readonly string[] = ['pay:invoice'];

export const anonymous: Viewer = { kind: 'anonymous' };

export const organizationOf = (viewer: Viewer): string | null =>
  viewer.kind === 'anonymous' ? null : viewer.organizationId;

/** Whoever answers for a deed in the records: a user's id, or that of the API key. Null for callers who leave no name. */
export function actorIdOf(viewer: Viewer): string | null {
  switch (viewer.kind) {
    case 'user':
      return viewer.userId;
    case 'partner':
      return viewer.apiKeyId;
    case 'anonymous':
    case 'payer':
      return null;
    default:
      return viewer satisfies never;
  }
}
