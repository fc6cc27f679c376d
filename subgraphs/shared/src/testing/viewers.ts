import { newId } from '../ids.ts';
import {
  apiKeyScopes,
  type PartnerViewer,
  payerScopes,
  scopesOf,
  type UserViewer,
  type Viewer,
} from '../viewer.ts';

/** Somebody signed in: the owner of an organization of their own unless told otherwise, with what their role may do. */
export const newUser = ({ role = 'OWNER', ...user }: Partial<UserViewer> = {}): UserViewer => ({
  kind: 'user',
  userId: newId(),
  sessionId: newId(),
  organizationId: newId(),
  role,
  scopes: role ? scopesOf[role] : [],
  ...user,
});

/** Who holds the payment link of an invoice. */
export const payerOf = (organizationId: string, invoiceId = newId()): Viewer => ({
  kind: 'payer',
  organizationId,
  invoiceId,
  scopes: payerScopes,
});

/** A program with an API key that may do all that keys can be given, unless told otherwise. */
export const newPartner = (partner: Partial<PartnerViewer> = {}): PartnerViewer => ({
  kind: 'partner',
  apiKeyId: newId(),
  organizationId: newId(),
  scopes: apiKeyScopes,
  ...partner,
});
