import { once } from '@finflow/shared/once';
import type { CallerPresence } from '../request-context.ts';
import { createSharedPresence, type SharedPresence } from './shared-presence.ts';

/**
 * Lets equal calls that are under way at the same time share one. Every caller gets a value of its own, so that whoever changes it
 * changes nobody else's.
 */
export type SharedCalls<T> = {
  /**
   * Joins the equal call, or begins it. Values are written out only when another call of the text and caller is under way.
   * @param begin is told when all who wait for the call are gone
   * @param presence of who waits; left out: he waits to the end
   * @returns what was begun or joined
   */
  join(
    call: CallIdentity,
    begin: (ofAll?: CallerPresence) => Promise<T>,
    presence?: CallerPresence,
  ): { readonly isNew: boolean; readonly value: Promise<T> };
  /** Something was changed: nobody joins what began before. */
  forget(): void;
};

export type CallIdentity = {
  readonly text: string;
  readonly caller: string;
  /** All else in which calls of one text and caller can differ. */
  readonly values: () => string;
};

type Waiting<T> = {
  readonly begunAtMs: number;
  readonly values: () => string;
  readonly followers: PromiseWithResolvers<T>[];
  readonly presence: SharedPresence | undefined;
};

/** The calls of one text and caller that are under way: found by their values, but for a single one, whose values nobody needs yet. */
type Group<T> = { alone: Waiting<T> | null; byValues: Map<string, Waiting<T>> | null };

/**
 * A call that has been under way for longer is not joined any more: what it reads may be older than what the caller knows has
 * happened since, by an answer of another replica or by an event. Bursts (many subscribers of one event, a screen's parts) are closer.
 */
const joinableMs = 10;

/** @param copy makes a value that shares nothing with its original */
export function createSharedCalls<T>(
  copy: (value: T) => T,
  nowMs: () => number = Date.now,
): SharedCalls<T> {
  // By text, then by caller: a key put together from both would be hashed anew for each call.
  const underWay = new Map<string, Map<string, Group<T>>>();
  const enter = ({ text, caller }: CallIdentity, waiting: Waiting<T>): (() => void) => {
    const ofText = underWay.get(text) ?? new Map<string, Group<T>>();
    underWay.set(text, ofText);
    const known = ofText.get(caller);
    const group: Group<T> = known ?? { alone: waiting, byValues: null };
    if (known) valuesOf(known).set(waiting.values(), waiting);
    else ofText.set(caller, group);
    return () => {
      remove(group, waiting);
      if (isEmpty(group) && ofText.get(caller) === group) ofText.delete(caller);
      if (ofText.size === 0 && underWay.get(text) === ofText) underWay.delete(text);
    };
  };
  const start = async (
    identity: CallIdentity,
    waiting: Waiting<T>,
    begin: (presence?: CallerPresence) => Promise<T>,
  ): Promise<T> => {
    const leave = enter(identity, waiting);
    try {
      const value = await begin(waiting.presence?.ofAll);
      // Copied before anybody gets the original.
      for (const follower of waiting.followers) follower.resolve(copy(value));
      return value;
    } catch (error) {
      for (const follower of waiting.followers) follower.reject(error);
      throw error;
    } finally {
      leave();
    }
  };
  return {
    join: (identity, begin, presence) => {
      const { text, caller } = identity;
      const values = once(identity.values);
      const begunAtMs = nowMs();
      const other = find(underWay.get(text)?.get(caller), values);
      if (other && isJoinable(other, begunAtMs)) {
        const follower = Promise.withResolvers<T>();
        other.followers.push(follower);
        other.presence?.join(presence);
        return { isNew: false, value: follower.promise };
      }
      const own: Waiting<T> = {
        begunAtMs,
        values,
        followers: [],
        presence: presence && createSharedPresence(presence),
      };
      return { isNew: true, value: start(identity, own, begin) };
    },
    forget: () => underWay.clear(),
  };
}

/** A call that all have left is being given up. */
const isJoinable = <T>({ begunAtMs, presence }: Waiting<T>, atMs: number): boolean =>
  atMs - begunAtMs <= joinableMs && !presence?.ofAll.isGone();

/** The call of the same values. The one that was alone is from now on found by its own. */
function find<T>(group: Group<T> | undefined, values: () => string): Waiting<T> | undefined {
  if (!group) return undefined;
  const byValues = valuesOf(group);
  if (group.alone) byValues.set(group.alone.values(), group.alone);
  group.alone = null;
  return byValues.get(values());
}

/** Made for the second call: most have no other of their text and caller beside them. */
const valuesOf = <T>(group: Group<T>) => (group.byValues ??= new Map<string, Waiting<T>>());

function remove<T>(group: Group<T>, waiting: Waiting<T>): void {
  if (group.alone === waiting) group.alone = null;
  else if (group.byValues?.get(waiting.values()) === waiting) {
    group.byValues.delete(waiting.values());
  }
}

const isEmpty = <T>({ alone, byValues }: Group<T>): boolean => !alone && !byValues?.size;
