/** A piece of SQL with its parameters: placeholders are question marks. */
export type Condition = { readonly sql: string; readonly params: readonly unknown[] };

export const condition = (sql: string, ...params: unknown[]): Condition => ({ sql, params });

/** Joins conditions by "and"; true when there are none. */
export const allOf = (conditions: readonly (Condition | null | false)[]): Condition => {
  const given = conditions.filter((part) => part !== null && part !== false);
  return {
    sql: given.length === 0 ? 'true' : given.map(({ sql }) => `(${sql})`).join(' and '),
    params: given.flatMap(({ params }) => params),
  };
};
