/** How many retries a subgraph may still get: a share of the first attempts, so that a storm is not doubled by those who try again. */
export type RetryBudget = {
  /** A first attempt was made. */
  earn(): void;
  /** Takes one retry; false when there is none left. */
  spend(): boolean;
};

/**
 * @param share retries for each first attempt, such as 0.1
 * @param most how many can be saved up, and how many there are at the beginning
 */
export function createRetryBudget(share: number, most: number): RetryBudget {
  let saved = most;
  return {
    earn: () => {
      saved = Math.min(most, saved + share);
    },
    spend: () => {
      if (saved < 1) return false;
      saved -= 1;
      return true;
    },
  };
}
