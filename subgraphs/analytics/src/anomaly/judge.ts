import { detectors } from './detectors/all.ts';
import type { Fact } from './fact.ts';
import type { Finding } from './finding.ts';
import type { Memory } from './memory.ts';
import type { DetectorRecord } from './record.ts';

/** How odd a fact is after all detectors. */
export type Judgement = {
  /** How probable something at least as odd is in some respect, where all goes as usual. */
  readonly rarity: number;
  /** What the detectors said that could judge it, oddest first, each held against its own past. */
  readonly findings: readonly Finding[];
};

/** What a fact is judged by: what facts were like so far, and what the detectors said of them. */
export type Past = { readonly memory: Memory; readonly record: DetectorRecord };

/**
 * Asks all detectors. The smallest of several probabilities is small by chance the more often, the more were asked: it counts as many
 * times (Bonferroni), which needs no assumption of how they hang together.
 */
export function judge(fact: Fact, { memory, record }: Past): Judgement {
  const said = detectors.flatMap((detect) => detect(fact, memory) ?? []);
  const findings = said
    .map((finding) => ({ ...finding, rarity: record.calibrated(finding) }))
    .toSorted((a, b) => a.rarity - b.rarity);
  record.add(said);
  const smallest = findings[0]?.rarity ?? 1;
  return { rarity: Math.min(1, smallest * findings.length), findings };
}
