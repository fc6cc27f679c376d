/** The variables of a request, as they came. */
export type Variables = Readonly<Record<string, unknown>>;

/** A figure that may depend on the variables. */
export type Figure = (variables: Variables) => number;

/** A field of an operation, ready to be weighed again and again. What can cost nothing is not in the tree. */
export type CostNode = {
  readonly fieldName: string;
  readonly responseName: string;
  /** How long the list is that the field gives; null for one value. A size handed down by the parent's `sizedFields` wins. */
  readonly size: Figure | null;
  /** What the arguments cost, once, however long the list. */
  readonly inputs: Figure | null;
  /** The fields of the answer that are the list, and its length. */
  readonly sized: { readonly fields: readonly string[]; readonly size: Figure } | null;
  /** One for each type that the field can give; the dearest counts. A scalar has one, without children. */
  readonly cases: readonly CostCase[];
};

export type CostCase = {
  readonly typeName: string;
  /** Of one such object or value. */
  readonly weight: number;
  readonly children: readonly CostNode[];
};

/** What the fields of one set cost together. */
export const estimateAll = (nodes: readonly CostNode[], variables: Variables): number =>
  nodes.reduce((sum, node) => sum + estimate(node, variables, null), 0);

/** Cost of a field: its arguments, and as often as the list is long, the dearest of what it can give. */
function estimate(node: CostNode, variables: Variables, sizeFromParent: number | null): number {
  const { size, inputs, sized, cases } = node;
  const count = size ? (sizeFromParent ?? size(variables)) : 1;
  const length = sized && sized.size(variables);
  let dearest = 0;
  for (const { weight, children } of cases) {
    let cost = weight;
    for (const child of children) {
      const isSized = sized?.fields.includes(child.fieldName);
      cost += estimate(child, variables, isSized ? length : null);
    }
    dearest = Math.max(dearest, cost);
  }
  return count * dearest + (inputs ? inputs(variables) : 0);
}

/**
 * What an answer cost after all, by the same weights: lists as long as they came, objects that aren't there for nothing. Plain loops:
 * this looks at every object of every answer.
 */
export function actualOfAll(
  nodes: readonly CostNode[],
  variables: Variables,
  data: unknown,
): number {
  if (!isRecord(data)) return 0;
  let cost = 0;
  for (const { responseName, inputs, cases } of nodes) {
    if (inputs) cost += inputs(variables);
    cost += actualOfValue(cases, variables, data[responseName]);
  }
  return cost;
}

function actualOfValue(cases: readonly CostCase[], variables: Variables, value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (Array.isArray(value)) {
    let sum = 0;
    for (const item of value) sum += actualOfValue(cases, variables, item);
    return sum;
  }
  const [first] = cases;
  if (first && cases.length === 1) return actualOfCase(first, variables, value);
  const typeName = isRecord(value) ? value['__typename'] : undefined;
  const named = cases.find((one) => one.typeName === typeName);
  if (named) return actualOfCase(named, variables, value);
  // The client did not ask for the type's name: the dearest reading is the honest one.
  return Math.max(0, ...cases.map((one) => actualOfCase(one, variables, value)));
}

const actualOfCase = ({ weight, children }: CostCase, variables: Variables, value: unknown) =>
  children.length === 0 ? weight : weight + actualOfAll(children, variables, value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
