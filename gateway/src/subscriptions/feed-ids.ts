import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import { type Place, within } from '@finflow/shared/bus/place';
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
   * @param like a place of the same series and strands
   */
  open(scope: FeedIdScope, id: string, like: Place): SealedPlace | null;
};

export type SealedPlace = { readonly place: Place; readonly atMs: number };

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
 * @param signingKey what the ids' own keys are derived from
 */
export function createFeedIds(signingKey: KeyObject, nowMs: () => number): FeedIds {
  const secret = signingKey.export({ format: 'der', type: 'pkcs8' });
  const keys = Buffer.from(hkdfSync('sha256', secret, '', 'finflow-feed-id', 2 * keyBytes));
  const encryptionKey = createSecretKey(keys.subarray(0, keyBytes));
  const tagKey = createSecretKey(keys.subarray(keyBytes));
  const sealed = new WeakMap<Place, Map<string, Sealed>>();
  const tagOf = (scope: FeedIdScope, place: Place, packed: Buffer): Buffer =>
    createHmac('sha256', tagKey)
      .update(JSON.stringify([scope.organizationId, scope.field, layoutOf(place)]))
      .update('\0')
      .update(packed)
      .digest()
      .subarray(0, tagBytes);
  const seal = (scope: FeedIdScope, place: Place): string => {
    const packed = packPlace(place, nowMs());
    const tag = tagOf(scope, place, packed);
    const encrypted = createCipheriv(cipher, encryptionKey, tag).update(packed);
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
      const tag = text.subarray(0, tagBytes);
      const packed = createDecipheriv(cipher, encryptionKey, tag).update(text.subarray(tagBytes));
      if (!timingSafeEqual(tag, tagOf(scope, like, packed))) return null;
      return unpackPlace(packed, like);
    },
  };
}

/** Which numbers a place has, so that those of another number of partitions are never taken for them. */
const layoutOf = (place: Place): readonly unknown[] =>
  Object.keys(place)
    .toSorted()
    .map((series) => [series, place[series]?.length]);
