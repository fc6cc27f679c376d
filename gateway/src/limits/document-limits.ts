import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { Limits } from './limits.ts';

/** How large an operation is, with its fragments counted wherever they are spread. */
type Measure = { readonly depth: number; readonly aliases: number };

/** Refuses operations that are deeper or wider than any screen needs, before a plan is made for them. */
export const documentLimits =
  ({ maxDepth, maxAliases, maxRootFields }: Limits): ValidationRule =>
  (context: ValidationContext): ASTVisitor => ({
    OperationDefinition: (operation: OperationDefinitionNode) => {
      const { depth, aliases } = measureOperation(operation, context);
      const rootFields = operation.selectionSet.selections.length;
      const problem =
        (depth > maxDepth && `is deeper than ${maxDepth} fields`) ||
        (aliases > maxAliases && `has more than ${maxAliases} aliases`) ||
        (rootFields > maxRootFields && `has more than ${maxRootFields} fields at its root`);
      if (problem) context.reportError(tooLarge(problem));
    },
  });

function measureOperation(operation: OperationDefinitionNode, context: ValidationContext): Measure {
  const measured = new Map<string, Measure>();
  return measureSet(operation.selectionSet);

  function measureSet({ selections }: SelectionSetNode): Measure {
    let depth = 0;
    let aliases = 0;
    for (const selection of selections) {
      const inner = measureSelection(selection);
      depth = Math.max(depth, inner.depth);
      aliases += inner.aliases;
    }
    return { depth, aliases };
  }

  function measureSelection(selection: SelectionSetNode['selections'][number]): Measure {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return measureFragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return measureSet(selection.selectionSet);
    if (selection.name.value.startsWith('__')) return { depth: 1, aliases: 0 };
    const inner = selection.selectionSet ? measureSet(selection.selectionSet) : none;
    return { depth: inner.depth + 1, aliases: inner.aliases + (selection.alias ? 1 : 0) };
  }

  /** Each fragment is measured once, or fragments that spread each other twice would take exponential time. */
  function measureFragment(name: string): Measure {
    const known = measured.get(name);
    if (known) return known;
    measured.set(name, none); // A cycle ends here; another rule refuses it.
    const fragment: FragmentDefinitionNode | null | undefined = context.getFragment(name);
    const result = fragment ? measureSet(fragment.selectionSet) : none;
    measured.set(name, result);
    return result;
  }
}

const none: Measure = { depth: 0, aliases: 0 };

const tooLarge = (problem: string) =>
  new GraphQLError(`The operation ${problem}. Ask for less at once.`, {
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });
