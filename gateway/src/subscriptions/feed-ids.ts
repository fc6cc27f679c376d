import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import { type Place, within } from '@finflow/shared/bus/place';
import { derivedKey, type SigningKeys } from '../viewer/signing-keys.ts';
import { packPlace, unpackPlace } from './packed-place.ts';

/** For whom an id is good. */
export type FeedIdScope = {
  readonly organizationId: string;
  /** The feed; null of an id that is good for every feed, as in a socket's acknowledgement. */
  readonly field: string | null;
};

/** Places in the log as clients hold them. */
export type FeedIds = {
  /** The part of a place that these topics move; made once for all who are told it soon. */
  seal(scope: FeedIdScope, place: Place, topics: readonly string[]): string;
  /**
   * The place of an id that was sealed for this scope, and when. Null of any other text.
   * @param like a place of the same series; of how many strands each has doesn't matter, as some may have been added
   */
  open(scope: FeedIdScope, id: string, like: Place): SealedPlace | null;
};

export type SealedPlace = { readonly place: Place; readonly atMs: number };

/** Derived from one signing key. */
type Keys = { readonly encryption: KeyObject; readonly tag: KeyObject };

type Sealed = { readonly id: string; readonly atMs: number };

const tagBytes = 16;
const keyBytes = 32;
/** In a quiet house a place lasts for long, and an id is of its time. */
const reuseMs = 60_000;
const cipher = 'aes-256-ctr';

/**
 * Ids tell nobody how much happens in the house, and nobody can make one: a place is encrypted under a vector that is its own
 * authentication, together with whom it is for (a synthetic initialization vector, the construction of RFC 5297). Equal places of one
 * second have equal ids, at every gateway with the same key.
 * @param signingKeys what the ids' own keys are derived from: the first seals, all open
 */
export function createFeedIds(signingKeys: SigningKeys, nowMs: () => number): FeedIds {
  const own = keysOf(signingKeys.own);
  const all = [own, ...signingKeys.others.map(keysOf)];
  const sealed = new WeakMap<Place, Map<string, Sealed>>();
  const seal = (scope: FeedIdScope, place: Place): string => {
    const packed = packPlace(place, nowMs());
    const tag = tagOf(own, { scope, place, packed });
    const encrypted = createCipheriv(cipher, own.encryption, tag).update(packed);
    return Buffer.concat([tag, encrypted]).toString('base64url');
  };
  return {
    // One event is told to thousands of feeds that differ, and sealing costs as much as a small answer.
    seal: (scope, place, topics) => {
      const made = sealed.get(place) ?? new Map<string, Sealed>();
      sealed.set(place, made);
      const key = `${scope.organizationId} ${scope.field}`;
      const known = made.get(key);
      const atMs = nowMs();
      if (known && atMs - known.atMs < reuseMs) return known.id;
      const id = seal(scope, within(place, topics));
      made.set(key, { id, atMs });
      return id;
    },
    open: (scope, id, like) => {
      const text = Buffer.from(id, 'base64url');
      if (text.length <= tagBytes) return null;
      for (const keys of all) {
        const packed = unsealed(keys, text, { scope, place: like });
        if (packed) return unpackPlace(packed, like);
      }
      return null;
    },
  };
}

function keysOf(signingKey: KeyObject): Keys {
  const keys = derivedKey(signingKey, 'finflow-feed-id', 2 * keyBytes);
  return {
    encryption: createSecretKey(keys.subarray(0, keyBytes)),
    tag: createSecretKey(keys.subarray(keyBytes)),
  };
}

type Sealing = { readonly scope: FeedIdScope; readonly place: Place };

const tagOf = (
  { tag }: Keys,
  { scope, place, packed }: Sealing & { readonly packed: Buffer },
): Buffer =>
  createHmac('sha256', tag)
    .update(JSON.stringify([scope.organizationId, scope.field, Object.keys(place).toSorted()]))
    .update('\0')
    .update(packed)
    .digest()
    .subarray(0, tagBytes);

/** Null of what these keys didn't seal for that scope and series. */
function unsealed(keys: Keys, text: Buffer, sealing: Sealing): Buffer | null {
  const tag = text.subarray(0, tagBytes);
  const packed = createDecipheriv(cipher, keys.encryption, tag).update(text.subarray(tagBytes));
  return timingSafeEqual(tag, tagOf(keys, { ...sealing, packed })) ? packed : null;
}
