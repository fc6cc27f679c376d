import { toDecimalString, type Money } from '../money.ts';

/** Resolvers of the shared type Money, whose parent is shared's Money. */
export const moneyResolvers = {
  Money: { decimal: (amount: Money) => toDecimalString(amount) },
};
