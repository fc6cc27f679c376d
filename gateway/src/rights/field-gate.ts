/** Why a caller does not get a field. */
export type Denial = 'UNAUTHENTICATED' | 'FORBIDDEN';

/** What one caller may read, decided from the directives of the supergraph. Pure: the same for all callers with equal rights. */
export type FieldGate = {
  /** Equal for callers with equal rights: part of the key under which compiled operations are kept. */
  readonly key: string;
  /**
   * Null when the caller may read the field of the object type. Counts the type's own rule, the field's, and those of all fields that
   * the field's `@requires` pulls in.
   */
  denialOf(typeName: string, fieldName: string): Denial | null;
};
