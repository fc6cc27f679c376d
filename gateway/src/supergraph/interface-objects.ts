import { isInterfaceObjectType, type Supergraph } from '@apollo/federation-internals';

/** By subgraph, as plans name it: the interfaces that it knows as one object. Others have no entry. */
export type InterfaceObjects = ReadonlyMap<string, readonly string[]>;

export const readInterfaceObjects = (supergraph: Supergraph): InterfaceObjects =>
  new Map(
    [...supergraph.subgraphs()].flatMap(({ name, schema }) => {
      const types = [...schema.objectTypes()].filter(isInterfaceObjectType);
      return types.length > 0 ? [[name, types.map((type) => type.name)]] : [];
    }),
  );
