import { rulesOf, type Rule } from '@finflow/shared/graphql/authorization';
import {
  getOperationAST,
  GraphQLError,
  Kind,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type OperationDefinitionNode,
} from 'graphql';
import { getArgumentValues, getVariableValues } from 'graphql/execution/values.js';
import { LRUCache } from 'lru-cache';
import type { PartnerContract } from '../contract/partner-guard.ts';
import { documentLimits } from '../limits/document-limits.ts';
import { isTooDeepToRead, limitCodeOf, tooDeepToRead } from '../limits/limit-codes.ts';
import type { Limits } from '../limits/limits.ts';
import type { LoadedSupergraph } from '../supergraph/loaded-supergraph.ts';
import type { FeedArguments } from './feeds.ts';
import { isPersonal } from './personal-fields.ts';

/** A subscription as it was read: which feed, and who may have it. */
export type ReadFeed = {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly operationName: string | undefined;
  readonly source: string;
  readonly field: string;
  /** Under which name the client wants it. */
  readonly responseName: string;
  /** All must be satisfied, when subscribing and again for each event. */
  readonly rules: readonly Rule[];
  /** Whether what it selects may differ between two users of equal rights. */
  readonly isPersonal: boolean;
  /** Why it is not for programs with an API key; empty when it is. */
  readonly outsideContract: Problems;
  readArguments(variables: Variables): FeedArguments | Problems;
};

export type Variables = Readonly<Record<string, unknown>>;
export type Problems = readonly GraphQLError[];

export const isProblems = (value: object): value is Problems => Array.isArray(value);

/** Reads the text of a subscription: parsed, validated, within the limits, of exactly one feed. Or says what is wrong. */
export type FeedReader = (query: string, operationName?: string | null) => ReadFeed | Problems;

const rememberedTexts = 500;

export type FeedReaderOptions = {
  readonly limits: Limits;
  readonly partners: Pick<PartnerContract, 'outside'>;
};

export function createFeedReader(
  schema: LoadedSupergraph,
  { limits, partners: { outside } }: FeedReaderOptions,
): FeedReader {
  const known = new LRUCache<string, ReadFeed>({ max: rememberedTexts });
  const rules = [...specifiedRules, documentLimits(limits)];
  return (query, operationName) => {
    const key = `${operationName ?? ''}\0${query}`;
    const remembered = known.get(key);
    if (remembered) return remembered;
    const document = parseWithin(limits, query);
    if (isProblems(document)) return document;
    const problems = validate(schema.clientSchema, document, rules, { hideSuggestions: true });
    if (problems.length > 0) return problems.map((problem) => withCode(problem));
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== 'subscription') return [onlySubscriptions()];
    const outsideContract = outside(document);
    const feed = toFeed(schema, { document, operation, source: query, outsideContract });
    known.set(key, feed);
    return feed;
  };
}

type Text = Pick<ReadFeed, 'document' | 'operation' | 'source'>;
type TextForWhom = Text & Pick<ReadFeed, 'outsideContract'>;

function toFeed({ clientSchema, supergraphSchema }: LoadedSupergraph, text: TextForWhom): ReadFeed {
  const { operation } = text;
  const root = rootFieldOf(text);
  const definition = clientSchema.getSubscriptionType()?.getFields()[root.name.value];
  const guarded = supergraphSchema.getSubscriptionType()?.toConfig().fields[root.name.value];
  if (!definition || !guarded) throw new Error('Validation lets only fields of the schema pass');
  return {
    ...text,
    operationName: operation.name?.value,
    field: root.name.value,
    responseName: root.alias?.value ?? root.name.value,
    rules: rulesOf(supergraphSchema, 'Subscription', guarded),
    isPersonal: isPersonal(supergraphSchema, text.document),
    readArguments: (variables) => {
      const { coerced, errors } = getVariableValues(
        clientSchema,
        operation.variableDefinitions ?? [],
        variables,
        { hideSuggestions: true },
      );
      return errors
        ? errors.map((error) => withCode(error))
        : argumentsOf(definition, root, coerced);
    },
  };
}

function argumentsOf(
  definition: GraphQLField<unknown, unknown>,
  root: FieldNode,
  coerced: Record<string, unknown> | undefined,
): FeedArguments | Problems {
  try {
    return getArgumentValues(definition, root, coerced);
  } catch (error) {
    if (error instanceof GraphQLError) return [withCode(error)];
    throw error;
  }
}

/** The one field at the root. Validation has made sure that it is one, in whatever fragments it stands. */
function rootFieldOf({ document, operation }: Text): FieldNode {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  let { selectionSet } = operation;
  for (;;) {
    const [selection] = selectionSet.selections;
    if (selection?.kind === Kind.FIELD) return selection;
    const holder =
      selection?.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    if (!holder) throw new Error('Validation lets only known fragments pass');
    ({ selectionSet } = holder);
  }
}

function parseWithin({ maxTokens }: Limits, query: string): DocumentNode | Problems {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    if (error instanceof GraphQLError) return [withCode(error, 'GRAPHQL_PARSE_FAILED')];
    if (isTooDeepToRead(error))
      return [withCode(new GraphQLError(tooDeepToRead), 'OPERATION_TOO_DEEP')];
    throw error;
  }
}

function withCode(error: GraphQLError, code: unknown = 'GRAPHQL_VALIDATION_FAILED'): GraphQLError {
  const known = limitCodeOf(error) ?? error.extensions['code'];
  return new GraphQLError(error.message, {
    ...(error.nodes && { nodes: error.nodes }),
    ...(error.source && { source: error.source }),
    ...(error.positions && { positions: error.positions }),
    extensions: { code: typeof known === 'string' ? known : code },
  });
}

const onlySubscriptions = () =>
  new GraphQLError('The socket is for subscriptions. Send queries and mutations by POST.', {
    extensions: { code: 'BAD_REQUEST' },
  });
