import { isRefusal } from '@finflow/shared/refusal';
import type {
  CategoryModelResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../../__generated__/resolvers.ts';
import { presentRefusal } from '@finflow/shared/graphql/present-refusal';
import { chooseModel, listModels } from './category-model.service.ts';
import { readTrainingProgress } from './training-progress.ts';

export const categoryModels: NonNullable<QueryResolvers['categoryModels']> = (
  _root,
  _args,
  context,
) => listModels(context.room().em);

export const categoryTraining: NonNullable<QueryResolvers['categoryTraining']> = (
  _root,
  _args,
  context,
) => readTrainingProgress(context.room().em);

export const rollbackCategoryModel: NonNullable<
  MutationResolvers['rollbackCategoryModel']
> = async (_root, { input }, context) => {
  const result = await chooseModel(input.version, context.room());
  return isRefusal(result)
    ? presentRefusal(result, 'NotFound')
    : { __typename: 'CategoryModelChosen', models: [...result] };
};

export const CategoryModel: CategoryModelResolvers = {
  trainedAt: ({ trained }) => trained?.at ?? null,
  exampleCount: ({ trained }) => trained?.exampleCount ?? null,
  accuracy: ({ trained }) => trained?.accuracy ?? null,
  accuracyBefore: ({ trained }) => trained?.accuracyBefore ?? null,
};
