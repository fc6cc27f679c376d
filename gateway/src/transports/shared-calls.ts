import { once } from '@finflow/shared/once';

/**
 * Lets equal calls that are under way at the same time share one. Every caller gets a value of its own, so that whoever changes it
 * changes nobody else's.
 */
export type SharedCalls<T> = {
  /**
   * Joins the call of the same text and values, or begins it. Values are written out only when another call of the text is under way.
   * @returns what was begun or joined
   */
  join(
    call: CallIdentity,
    begin: () => Promise<T>,
  ): { readonly isNew: boolean; readonly value: Promise<T> };
  /** Something was changed: nobody joins what began before. */
  forget(): void;
};

export type CallIdentity = {
  readonly text: string;
  /** All else in which calls of one text can differ. */
  readonly values: () => string;
};

type Waiting<T> = {
  readonly begunAtMs: number;
  readonly values: () => string;
  readonly followers: PromiseWithResolvers<T>[];
};

/** The calls of one text that are under way: found by their values, but for a single one, whose values nobody needs yet. */
type Group<T> = { alone: Waiting<T> | null; readonly byValues: Map<string, Waiting<T>> };

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
  const underWay = new Map<string, Group<T>>();
  const enter = (text: string, waiting: Waiting<T>): (() => void) => {
    const known = underWay.get(text);
    const group: Group<T> = known ?? { alone: waiting, byValues: new Map() };
    if (known) known.byValues.set(waiting.values(), waiting);
    else underWay.set(text, group);
    return () => {
      remove(group, waiting);
      if (isEmpty(group) && underWay.get(text) === group) underWay.delete(text);
    };
  };
  const start = async (text: string, waiting: Waiting<T>, begin: () => Promise<T>): Promise<T> => {
    const leave = enter(text, waiting);
    try {
      const value = await begin();
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
    join: ({ text, values }, begin) => {
      const own: Waiting<T> = { begunAtMs: nowMs(), values: once(values), followers: [] };
      const other = find(underWay.get(text), own);
      if (!other || own.begunAtMs - other.begunAtMs > joinableMs) {
        return { isNew: true, value: start(text, own, begin) };
      }
      const follower = Promise.withResolvers<T>();
      other.followers.push(follower);
      return { isNew: false, value: follower.promise };
    },
    forget: () => underWay.clear(),
  };
}

/** The call of the same values. The one that was alone is from now on found by its own. */
function find<T>(group: Group<T> | undefined, own: Waiting<T>): Waiting<T> | undefined {
  if (!group) return undefined;
  if (group.alone) group.byValues.set(group.alone.values(), group.alone);
  group.alone = null;
  return group.byValues.get(own.values());
}

function remove<T>(group: Group<T>, waiting: Waiting<T>): void {
  if (group.alone === waiting) group.alone = null;
  else if (group.byValues.get(waiting.values()) === waiting) {
    group.byValues.delete(waiting.values());
  }
}

const isEmpty = <T>({ alone, byValues }: Group<T>): boolean => !alone && byValues.size === 0;
