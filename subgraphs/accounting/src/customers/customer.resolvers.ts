import { readPage } from '@finflow/shared/graphql/connection';
import { money } from '@finflow/shared/money';
import { isRefusal, type Refusal } from '@finflow/shared/refusal';
import type {
  CustomerResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../__generated__/resolvers.ts';
import type { AccountingContext } from '../context.ts';
import { baseCurrency } from '../organization/base-currency.ts';
import { presentRefusal } from '@finflow/shared/graphql/present-refusal';
import type { Customer } from './customer.entity.ts';
import { listCustomers } from './customer.queries.ts';
import { createCustomer, updateCustomer } from './customer.service.ts';
import { visibleCustomer } from './visible-customer.ts';

export const customerQueries: Pick<QueryResolvers, 'customer' | 'customers'> = {
  customer: (_root, { id }, context) => context.loaders().customer.load(id),
  customers: (_root, { search, ...args }, context) =>
    listCustomers(context.room(), readPage(args, ['text', 'id']), search),
};

export const customerMutations: Pick<MutationResolvers, 'createCustomer' | 'updateCustomer'> = {
  createCustomer: async (_root, { input }, context) =>
    presentCustomer(await createCustomer(input, context.room())),
  updateCustomer: async (_root, { id, input }, context) =>
    presentCustomer(await updateCustomer(id, input, context.room())),
};

const presentCustomer = (result: Customer | Refusal) =>
  isRefusal(result)
    ? presentRefusal(result, 'Conflict', 'InvalidInput', 'NotFound')
    : { __typename: 'CustomerSaved' as const, customer: result };

export const customerResolvers: CustomerResolvers = {
  __resolveReference: async ({ id }, context) => visibleCustomer(id, context),
  balance: async ({ id }, _args, context) => {
    const [balance, currency] = await Promise.all([balanceOf(id, context), currencyOf(context)]);
    return money(balance?.dueMinor ?? 0n, currency);
  },
  invoiceCount: async ({ id }, _args, context) => (await balanceOf(id, context))?.invoiceCount ?? 0,
};

const balanceOf = (id: string, context: AccountingContext) =>
  context.loaders().customerBalance.load(id);

const currencyOf = (context: AccountingContext) => baseCurrency(context.room());
