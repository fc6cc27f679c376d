/** The GraphQL types that say no. Each subgraph's schema has those it uses. */
export type RefusalType =
  | 'InvalidInput'
  | 'NotFound'
  | 'Conflict'
  | 'NotSignedIn'
  | 'TooManyAttempts'
  | 'ProviderUnavailable';

/** An expected no: data, not an exception. It changed nothing. */
export type Refusal<T extends RefusalType = RefusalType> = {
  readonly refused: true;
  readonly __typename: T;
  /** Stable, in capitals: clients switch on it. */
  readonly code: string;
  /** A sentence that a customer can read. */
  readonly message: string;
  /** The input field it concerns, as a dotted path. */
  readonly field: string | null;
};

/** A refusal of a GraphQL type, with a stable code, a sentence for people, and the field it concerns. */
export const refuse = <T extends RefusalType>(
  type: T,
  code: string,
  message: string,
  field: string | null = null,
): Refusal<T> => ({ refused: true, __typename: type, code, message, field });

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;

/** Thrown inside a transaction to roll it back and hand the refusal to the caller (see `refusable`). */
export class RefusedError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`${refusal.code}: ${refusal.message}`);
    this.refusal = refusal;
  }
}
