import { accessTokenSeconds } from '@finflow/shared/access-token';

/** A key's place in time. It signs from `activeFrom` until the next one does. */
export type Scheduled = { readonly activeFrom: Date };

/** A new key is published this long before it signs: whoever caches the key set has it by then. */
export const publishAheadMs = 15 * 60 * 1000;

/** The age at which a key is followed by a new one. */
const maxKeyAgeMs = 30 * 24 * 60 * 60 * 1000;

/** A key stays published until its last token is dead, and a minute longer for clocks that differ. */
const keptAfterMs = (accessTokenSeconds + 60) * 1000;

/** The key that signs at an instant: the youngest that is active. */
export const activeKey = <K extends Scheduled>(keys: readonly K[], at: Date): K | undefined =>
  inOrder(keys).findLast(({ activeFrom }) => activeFrom <= at);

/** Keys whose tokens may still be alive, and keys that will sign soon: what the key set shows. */
export const publishedKeys = <K extends Scheduled>(keys: readonly K[], at: Date): readonly K[] =>
  inOrder(keys).filter((_, place, ordered) => {
    const successor = ordered[place + 1];
    return !successor || +successor.activeFrom + keptAfterMs > +at;
  });

/** True when there is no key, or the youngest has come of age. */
export const isRotationDue = (keys: readonly Scheduled[], at: Date): boolean => {
  const youngest = inOrder(keys).at(-1);
  return !youngest || +youngest.activeFrom + maxKeyAgeMs <= +at;
};

const inOrder = <K extends Scheduled>(keys: readonly K[]): readonly K[] =>
  keys.toSorted((a, b) => +a.activeFrom - +b.activeFrom);
