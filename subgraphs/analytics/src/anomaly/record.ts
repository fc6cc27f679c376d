import type { AnomalyKind, Finding } from './finding.ts';

/** Rarities are counted in steps of a tenth of a power of ten, down to one in 10^12. */
const stepsPerPower = 10;
const steps = 12 * stepsPerPower;

/** A detector's own word is worth this many of its past findings. */
const ownWeight = 20;

/**
 * So many findings as odd as this one are not held against the detector. Only new payees get a word about being new: there are so few of these that one
 * large one would be one in ten, and the second one silent however odd it is. One is no habit, two are.
 */
const excused: Readonly<Partial<Record<AnomalyKind, number>>> = { NEW_PAYEE: 1 };

/** How rare the detectors called the facts of the past: what they say is held against it. */
export type DetectorRecord = {
  /** The finding's rarity, raised to how often the detector has said such things before. */
  calibrated(finding: Finding): number;
  add(findings: readonly Finding[]): void;
};

/**
 * Remembers what was said of the latest `window` facts. A detector that calls every tenth fact one in a thousand is believed one in ten:
 * its assumptions don't fit these books. What it never said so far is believed as it is.
 */
export function createDetectorRecord(window: number): DetectorRecord {
  const counts = new Map<AnomalyKind, Int32Array>();
  const said: (readonly { readonly kind: AnomalyKind; readonly step: number }[])[] = [];
  const of = (kind: AnomalyKind): Int32Array => {
    const found = counts.get(kind) ?? new Int32Array(steps + 1);
    counts.set(kind, found);
    return found;
  };
  const count = (kind: AnomalyKind, step: number, by: 1 | -1) => {
    const steps = of(kind);
    steps[step] = (steps[step] ?? 0) + by;
  };
  return {
    calibrated({ kind, rarity }) {
      const past = of(kind);
      const asOdd = Math.max(0, sum(past.subarray(stepOf(rarity))) - (excused[kind] ?? 0));
      const share = (asOdd + ownWeight * rarity) / (sum(past) + ownWeight);
      return Math.max(rarity, share);
    },
    add(findings) {
      const steps = findings.map(({ kind, rarity }) => ({ kind, step: stepOf(rarity) }));
      for (const { kind, step } of steps) count(kind, step, 1);
      said.push(steps);
      const oldest = said.length > window ? said.shift() : undefined;
      for (const { kind, step } of oldest ?? []) count(kind, step, -1);
    },
  };
}

/** Higher is rarer. */
const stepOf = (rarity: number): number =>
  Math.min(steps, Math.floor(-Math.log10(Math.max(rarity, 1e-12)) * stepsPerPower));

const sum = (values: Int32Array): number => values.reduce((total, value) => total + value, 0);
