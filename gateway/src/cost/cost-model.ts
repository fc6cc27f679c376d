import {
  GraphQLError,
  Kind,
  parse,
  valueFromASTUntyped,
  visit,
  type DocumentNode,
  type OperationDefinitionNode,
} from 'graphql';
import { compileCost } from './compile-cost.ts';
import { actualOfAll, estimateAll, type CostNode, type Variables } from './cost-tree.ts';
import { readWeights, type Weights } from './weights.ts';

export type WeighedOperation = {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
};

export type Estimate = {
  /** What the operation costs at most, by the schema's weights and list sizes. */
  readonly estimated: number;
  /** What it cost by the answer's `data`. */
  readonly actual: (data: unknown) => number;
};

/** Weighs an operation. Problems: SLICING_ARGUMENT_REQUIRED, or COST_TOO_HIGH when it has too many readings to be weighed at all. */
export type CostModel = {
  readonly estimate: (operation: WeighedOperation) => Estimate | GraphQLError;
};

/** Values of @skip and @include differ between callers of one text; more than so many combinations begin anew. */
const rememberedCombinations = 32;

/**
 * Weighs operations by the cost specification as federations use it: a field's arguments, and as often as its list is long, its
 * own weight with all that is selected in it. Each operation is compiled once; what remains is a function of the variables.
 * @param supergraph the supergraph, as text or parsed
 */
export function createCostModel(supergraph: string | DocumentNode): CostModel {
  const document = typeof supergraph === 'string' ? parse(supergraph) : supergraph;
  const weights = readWeights(document);
  const known = new WeakMap<OperationDefinitionNode, Compiled>();
  return {
    estimate: (weighed) => {
      const compiled = known.get(weighed.operation) ?? prepare(weights, weighed);
      known.set(weighed.operation, compiled);
      return estimateOf(compiled, weighed.variables);
    },
  };
}

function estimateOf(compiled: Compiled, given: Variables): Estimate | GraphQLError {
  const variables = { ...compiled.defaults, ...given };
  try {
    const tree = compiled.treeFor(variables);
    return {
      estimated: estimateAll(tree, variables),
      actual: (data) => actualOfAll(tree, variables, data),
    };
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

type Compiled = {
  readonly defaults: Variables;
  readonly treeFor: (variables: Variables) => readonly CostNode[];
};

function prepare(weights: Weights, { document, operation }: WeighedOperation): Compiled {
  const trees = new Map<string, readonly CostNode[]>();
  const names = conditionNames(document);
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue) defaults[variable.name.value] = valueFromASTUntyped(defaultValue);
  }
  return {
    defaults,
    treeFor: (variables) => {
      const key = names.map((name) => (variables[name] === true ? 1 : 0)).join('');
      const known = trees.get(key);
      if (known) return known;
      const conditions = Object.fromEntries(names.map((name) => [name, variables[name] === true]));
      const tree = compileCost({ weights, document, operation, conditions });
      if (!tree) throw tooManyReadings();
      if (trees.size >= rememberedCombinations) trees.clear();
      trees.set(key, tree);
      return tree;
    },
  };
}

/** The variables that decide which fields are there. */
function conditionNames(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) {
        if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      }
    },
  });
  return [...names];
}

const tooManyReadings = () =>
  new GraphQLError('The operation spreads over too many types. Ask for less at once.', {
    extensions: { code: 'COST_TOO_HIGH', http: { status: 400 } },
  });
