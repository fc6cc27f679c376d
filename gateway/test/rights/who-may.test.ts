import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { newId } from '@finflow/shared/ids';
import { newPartner, newUser, payerOf } from '@finflow/shared/testing/viewers';
import { anonymous, apiKeyScopes, roles, type Viewer } from '@finflow/shared/viewer';
import { expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { createFieldGates } from '../../src/rights/field-gates.ts';

const root = resolve(import.meta.dirname, '../../..');
const text = (path: string) => readFileSync(resolve(root, path), 'utf8');
const gates = createFieldGates(text('gateway/supergraph.graphql'));
const mutationsOf = (schema: string) =>
  Object.keys(buildSchema(text(schema)).getMutationType()?.getFields() ?? {});
const mutations = mutationsOf('web/schema.graphql');
const contract = mutationsOf('gateway/partner.graphql');

const organizationId = newId();
const callers: readonly (readonly [string, Viewer])[] = [
  ['anybody', anonymous],
  ['payer', payerOf(organizationId)],
  ['program', newPartner({ organizationId, scopes: apiKeyScopes })],
  ...roles.map((role) => [role, newUser({ organizationId, role })] as const),
];

const anyBrowser = ['anybody', 'payer', ...roles];
const people = [...roles];
const managers = ['OWNER', 'ADMIN'];
const accountants = [...managers, 'ACCOUNTANT'];
const bookkeepers = ['program', ...accountants];
const invoicers = [...bookkeepers, 'MEMBER'];

/** Written by hand, so that whoever opens a mutation to others has to say so here. */
const whoMay: Readonly<Record<string, readonly string[]>> = {
  createCustomer: invoicers,
  updateCustomer: invoicers,
  saveInvoiceDraft: invoicers,
  deleteInvoiceDraft: invoicers,
  issueInvoice: invoicers,
  recordPayment: bookkeepers,
  postJournalEntry: bookkeepers,
  reverseJournalEntry: bookkeepers,
  closePeriod: accountants,
  previewReceivablesImport: accountants,
  importReceivables: accountants,
  correctCategory: bookkeepers,
  acceptCategories: bookkeepers,
  setCategoryThreshold: bookkeepers,
  rollbackCategoryModel: bookkeepers,
  reviewAnomaly: bookkeepers,
  refundPayment: bookkeepers,
  startPayment: ['payer'],
  register: anyBrowser,
  logIn: anyBrowser,
  refreshSession: anyBrowser,
  logOut: anyBrowser,
  createOrganization: people,
  updateProfile: people,
  updateOrganization: managers,
  removeDemoOrganization: managers,
  createApiKey: managers,
  revokeApiKey: managers,
};

it.each(mutations)('lets those do %s who may, and nobody else', (mutation) => {
  const may = callers
    .filter(([, viewer]) => viewer.kind !== 'partner' || contract.includes(mutation))
    .filter(([, viewer]) => gates.gateOf(viewer).denialOf('Mutation', mutation) === null)
    .map(([who]) => who);
  expect(may.toSorted()).toEqual(whoMay[mutation]?.toSorted());
});
