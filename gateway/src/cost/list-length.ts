import { GraphQLError, type FieldNode, type GraphQLField } from 'graphql';
import type { Figure } from './cost-tree.ts';
import { readValue, type Read } from './read-value.ts';
import type { ListSize } from './weights.ts';

type Field = GraphQLField<unknown, unknown>;

/**
 * How long the list will be that a field gives: what its slicing arguments say (the largest, if several), else the assumed size.
 * The figure throws GraphQLError SLICING_ARGUMENT_REQUIRED when the schema wants exactly one and the request has another number.
 */
export function listLength(
  field: Field,
  node: FieldNode,
  declared: ListSize | null,
  defaultSize: number,
): Figure {
  const otherwise = declared?.assumedSize ?? defaultSize;
  const reads = (declared?.slicingArguments ?? []).map((name) => readArgument(field, node, name));
  if (!declared || reads.length === 0) return () => otherwise;
  return (variables) => {
    const given = reads.map((read) => read(variables)).filter(isLength);
    if (declared.requireOneSlicingArgument && given.length !== 1) {
      throw slicingArgumentRequired(field.name, declared.slicingArguments);
    }
    return given.length > 0 ? Math.max(0, ...given) : otherwise;
  };
}

/** What stands in an argument, the schema's default when nothing does. */
function readArgument(field: Field, node: FieldNode, name: string): Read {
  const definition = field.args.find((argument) => argument.name === name);
  const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
  const read: Read = given ? readValue(given) : () => undefined;
  return (variables) => {
    const value = read(variables);
    return value === undefined ? definition?.defaultValue : value;
  };
}

/** What no Int can hold counts as nothing given: it is refused when the variables are read. */
const isLength = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31;

const slicingArgumentRequired = (field: string, names: readonly string[]) =>
  new GraphQLError(`The field ${field} needs exactly one of ${names.join(', ')}.`, {
    extensions: { code: 'SLICING_ARGUMENT_REQUIRED', http: { status: 400 } },
  });
