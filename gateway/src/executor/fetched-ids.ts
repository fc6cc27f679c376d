/** Which of a plan's fetches have come, for the deferred ones that wait for them. */
export type FetchedIds = {
  readonly add: (...ids: readonly string[]) => void;
  /** Resolves when all of them have come. */
  readonly all: (ids: readonly string[]) => Promise<void>;
};

export function createFetchedIds(): FetchedIds {
  const come = new Map<string, PromiseWithResolvers<void>>();
  const of = (id: string) => {
    const known = come.get(id) ?? Promise.withResolvers<void>();
    come.set(id, known);
    return known;
  };
  return {
    add: (...ids) => {
      for (const id of ids) of(id).resolve();
    },
    all: async (ids) => {
      await Promise.all(ids.map((id) => of(id).promise));
    },
  };
}
