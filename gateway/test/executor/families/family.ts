import type { AskOptions, SubgraphParts } from '../federation.ts';

/** A small world for one family of federation's directives, and what must come of operations in it. */
export type Family = {
  readonly about: string;
  readonly subgraphs: Readonly<Record<string, SubgraphParts>>;
  readonly cases: readonly FamilyCase[];
};

export type FamilyCase = AskOptions & {
  readonly query: string;
  readonly data: unknown;
  /** Paths of errors, with dots. Left out: none. */
  readonly errors?: readonly string[];
  /** The stock executor answers otherwise, and why. */
  readonly stockDiffers?: string;
};

export type Ref = { readonly id: string };
