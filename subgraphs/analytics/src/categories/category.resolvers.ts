import { isRefusal } from '@finflow/shared/refusal';
import type {
  CategoryChoiceResolvers,
  CategoryReasonResolvers,
  CategoryResolvers,
  CategorySettingsResolvers,
  CategorySuggestionResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../__generated__/resolvers.ts';
import { presentRefusal } from '@finflow/shared/graphql/present-refusal';
import { todayOf } from '../organization/today-of.ts';
import { countWaiting } from '../transaction/transaction.queries.ts';
import { categorizeText, decideCategories, setThreshold } from './category.service.ts';
import { readSettings } from './category-settings.ts';
import { merchantCodesOf } from './merchant-codes.ts';
import { plaidCategoriesOf } from './plaid-categories.ts';
import { reasonText } from './reason-text.ts';
import { categories, categoryOf } from './taxonomy.ts';

type Queries = 'categories' | 'categorizeText' | 'categorySettings';

export const categoryQueries: Pick<QueryResolvers, Queries> = {
  categories: () => [...categories],
  categorizeText: async (_root, { input }, context) => {
    const room = context.room();
    const { date, ...rest } = input;
    const on = date ?? (await todayOf(room.em, room.clock));
    const transaction = { ...rest, date: on, direction: 'OUT' } as const;
    const result = await categorizeText(transaction, room);
    return isRefusal(result)
      ? presentRefusal(result, 'InvalidInput')
      : { __typename: 'TextCategorized', suggestion: result };
  },
  categorySettings: (_root, _args, context) => readSettings(context.room().em),
};

type Mutations = 'correctCategory' | 'acceptCategories' | 'setCategoryThreshold';

export const categoryMutations: Pick<MutationResolvers, Mutations> = {
  correctCategory: async (_root, { input }, context) => {
    const result = await decideCategories([input], () => 'input', context.room());
    if (isRefusal(result)) return presentRefusal(result, 'Conflict', 'InvalidInput', 'NotFound');
    const transaction = await context.transactionById.load(input.transactionId);
    if (!transaction) throw new Error('A transaction that was decided is not there');
    return { __typename: 'TransactionCategorized', transaction };
  },
  acceptCategories: async (_root, { input }, context) => {
    const path = (index: number) => `input.decisions.${index}`;
    const result = await decideCategories(input.decisions, path, context.room());
    if (isRefusal(result)) return presentRefusal(result, 'Conflict', 'InvalidInput', 'NotFound');
    const found = await Promise.all(result.map((id) => context.transactionById.load(id)));
    const transactions = found.filter((transaction) => transaction !== null);
    return { __typename: 'CategoriesAccepted', transactions };
  },
  setCategoryThreshold: async (_root, { input }, context) => {
    const result = await setThreshold(input.threshold, context.room());
    return isRefusal(result)
      ? presentRefusal(result, 'InvalidInput')
      : { __typename: 'CategoryThresholdSet', settings: result };
  },
};

export const Category: CategoryResolvers = {
  plaid: ({ code }) => [...plaidCategoriesOf(code)],
  merchantCodes: ({ code }) => [...merchantCodesOf(code)],
};

export const CategorySuggestion: CategorySuggestionResolvers = {
  category: ({ category }) => categoryOf(category),
};

export const CategoryChoice: CategoryChoiceResolvers = {
  category: ({ category }) => categoryOf(category),
};

export const CategoryReason: CategoryReasonResolvers = {
  text: (reason) => reasonText(reason),
  words: (reason) => (reason.kind === 'WORDS' ? [...reason.words] : []),
  count: (reason) => (reason.kind === 'PAST_DECISIONS' ? reason.count : null),
};

export const CategorySettings: CategorySettingsResolvers = {
  waitingCount: (_settings, _args, context) => countWaiting(context.room().em),
};
