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

/** What an answer cost after all, by the same weights: lists as long as they came, objects that aren't there for nothing. */
export const actualOfAll = (
  nodes: readonly CostNode[],
  variables: Variables,
  data: unknown,
): number =>
  isRecord(data)
    ? nodes.reduce((sum, node) => sum + actual(node, variables, data[node.responseName]), 0)
    : 0;

function actual(node: CostNode, variables: Variables, value: unknown): number {
  const { inputs, cases } = node;
  return (inputs ? inputs(variables) : 0) + actualOfValue(cases, variables, value);
}

function actualOfValue(cases: readonly CostCase[], variables: Variables, value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, item) => sum + actualOfValue(cases, variables, item), 0);
  }
  const typeName = isRecord(value) ? value['__typename'] : undefined;
  const named = cases.length > 1 ? cases.find((one) => one.typeName === typeName) : cases[0];
  // The client did not ask for the type's name: the dearest reading is the honest one.
  const candidates = named ? [named] : cases;
  return candidates.reduce(
    (dearest, { weight, children }) =>
      Math.max(dearest, weight + actualOfAll(children, variables, value)),
    0,
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
