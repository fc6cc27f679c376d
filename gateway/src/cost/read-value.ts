import { Kind, valueFromASTUntyped, type ValueNode } from 'graphql';
import type { Variables } from './cost-tree.ts';

/** What a value in an operation is, once the variables are known. Undefined: nothing was given. */
export type Read = (variables: Variables) => unknown;

/** Reads a value with its variables wherever they stand in it. */
export function readValue(node: ValueNode): Read {
  if (node.kind === Kind.VARIABLE) {
    const name = node.name.value;
    return (variables) => (Object.hasOwn(variables, name) ? variables[name] : undefined);
  }
  if (node.kind === Kind.LIST) {
    const items = node.values.map((item) => readValue(item));
    return (variables) => items.map((read) => read(variables));
  }
  if (node.kind === Kind.OBJECT) {
    const fields = node.fields.map(({ name, value }) => [name.value, readValue(value)] as const);
    return (variables) =>
      Object.fromEntries(fields.map(([name, read]) => [name, read(variables)] as const));
  }
  const constant = valueFromASTUntyped(node);
  return () => constant;
}
