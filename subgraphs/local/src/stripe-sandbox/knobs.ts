import { isDeclineName, type DeclineName, declineNames } from './methods/declines.ts';

/** What goes wrong on purpose, and how slow the slow things are. */
export interface Knobs {
  /** Each webhook is delivered this many times more. */
  readonly duplicate: number;
  /** Each webhook waits so long before its first delivery. */
  readonly delayMs: number;
  /** Webhooks are gathered up to this many (or 100 ms) and sent in a shuffled order. */
  readonly reorder: number;
  /** So many of the next webhooks are lost for good; only asking the API finds what they told. */
  readonly drop: number;
  /** So many of the next changing requests change the state and then answer 500. */
  readonly failAfterCommit: number;
  /** Each answer waits so long after the state has changed. */
  readonly latencyMs: number;
  /** The next charge is declined with this reason, whatever the card. */
  readonly declineNext: DeclineName | null;
  /** How long a bank debit or a pending refund stays processing. */
  readonly processingDelayMs: number;
  /** How long after a success its dispute is opened. */
  readonly disputeDelayMs: number;
  /** How long after an asynchronous capture the balance transaction (with the fee) is booked. */
  readonly balanceDelayMs: number;
  /** Wait before the first retry of a webhook; it doubles up to a minute. */
  readonly webhookRetryMs: number;
  /** A webhook is given up after so many attempts. */
  readonly webhookMaxAttempts: number;
}

const defaultKnobs: Knobs = {
  duplicate: 0,
  delayMs: 0,
  reorder: 0,
  drop: 0,
  failAfterCommit: 0,
  latencyMs: 0,
  declineNext: null,
  processingDelayMs: 8_000,
  disputeDelayMs: 1_000,
  balanceDelayMs: 200,
  webhookRetryMs: 500,
  webhookMaxAttempts: 40,
};

export interface KnobBoard {
  current(): Knobs;
  /** Throws RangeError on an unknown knob or an impossible value; then nothing is changed. */
  set(changes: Partial<Knobs>): Knobs;
  reset(): Knobs;
  /** Takes one off a counting knob. True when there was one to take. */
  take(knob: 'drop' | 'failAfterCommit'): boolean;
  takeDecline(): DeclineName | null;
}

const isKnob = (name: string): name is keyof Knobs => Object.hasOwn(defaultKnobs, name);

function check(name: string, value: unknown): void {
  if (!isKnob(name)) throw new RangeError(`No such knob: ${name}.`);
  if (name === 'declineNext') {
    if (value === null || (typeof value === 'string' && isDeclineName(value))) return;
    throw new RangeError(`declineNext is null or one of: ${declineNames.join(', ')}.`);
  }
  if (!Number.isSafeInteger(value) || Number(value) < 0 || Number(value) > 86_400_000) {
    throw new RangeError(`${name} is a whole number from 0 to 86400000.`);
  }
}

export function createKnobs(initial: Partial<Knobs> = {}): KnobBoard {
  for (const [name, value] of Object.entries(initial)) check(name, value);
  const start: Knobs = { ...defaultKnobs, ...initial };
  let knobs = start;
  return {
    current: () => knobs,
    set: (changes) => {
      for (const [name, value] of Object.entries(changes)) check(name, value);
      knobs = { ...knobs, ...changes };
      return knobs;
    },
    reset: () => {
      knobs = start;
      return knobs;
    },
    take: (knob) => {
      if (knobs[knob] === 0) return false;
      knobs = { ...knobs, [knob]: knobs[knob] - 1 };
      return true;
    },
    takeDecline: () => {
      const decline = knobs.declineNext;
      knobs = { ...knobs, declineNext: null };
      return decline;
    },
  };
}
