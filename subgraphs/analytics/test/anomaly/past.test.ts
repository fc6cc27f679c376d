import { describe, expect, it } from '@jest/globals';
import type { AnomalyKind, Finding } from '../../src/anomaly/finding.ts';
import { judge } from '../../src/anomaly/judge.ts';
import { createMemory } from '../../src/anomaly/memory.ts';
import { createDetectorRecord } from '../../src/anomaly/record.ts';
import { screen } from '../../src/anomaly/screen.ts';
import { fact, sameNumbers, usualMonths } from '../support/facts.ts';

const usual = usualMonths(24, sameNumbers(1));
const odd = fact(721, { accountCode: '6000', text: 'Workshop rent', amountMinor: 1_280_000n });

const finding = (rarity: number, kind: AnomalyKind = 'AMOUNT'): Finding => ({
  kind,
  rarity,
  group: 'rent',
  explain: () => ({ reason: '', evidence: [] }),
});

describe('the record of a detector', () => {
  const after = (findings: readonly number[], window = 1_000) => {
    const record = createDetectorRecord(window);
    for (const rarity of findings) record.add([finding(rarity)]);
    return record;
  };
  const often = Array.from({ length: 100 }, (_, place) => (place % 10 === 0 ? 1e-4 : 1));

  it('is believed as it is where it never said such a thing, and by its own past where it did', () => {
    expect(after([]).calibrated(finding(1e-4))).toBe(1e-4);
    expect(after(often.map(() => 1)).calibrated(finding(1e-4))).toBe(1e-4);
    expect(after(often).calibrated(finding(1e-4))).toBeCloseTo(0.0834, 3);
    expect(after(often).calibrated(finding(1e-6))).toBe(1e-6);
    expect(after(often).calibrated(finding(1e-4, 'DUPLICATE'))).toBe(1e-4);
  });

  it('forgets what lies beyond the window', () => {
    const later = [...often, ...Array.from({ length: 100 }, () => 1)];
    expect(after(later, 100).calibrated(finding(1e-4))).toBe(1e-4);
    expect(after(later, 200).calibrated(finding(1e-4))).toBeGreaterThan(0.04);
  });
});

describe('a judgement', () => {
  const judged = (record = createDetectorRecord(2_000)) => {
    const memory = createMemory(2_000);
    for (const one of usual) memory.add(one);
    return judge(odd, { memory, record });
  };

  it('counts the smallest of several answers as often as was asked', () => {
    const { rarity, findings } = judged();
    expect(findings.length).toBeGreaterThan(1);
    expect(rarity).toBe((findings[0]?.rarity ?? 1) * findings.length);
  });

  it('believes a detector less that often said so', () => {
    const record = createDetectorRecord(2_000);
    for (let time = 0; time < 50; time += 1) record.add([finding(1e-9)]);
    const [believed, doubted] = [judged(), judged(record)].map(({ findings }) =>
      findings.find(({ kind }) => kind === 'AMOUNT'),
    );
    expect(believed?.rarity).toBeLessThan(1e-3);
    expect(doubted?.rarity).toBeGreaterThan(0.5);
  });
});

describe('the memory', () => {
  it('knows after its window what one knows that saw nothing before', () => {
    const [old, fresh] = [createMemory(40), createMemory(40)];
    const facts = usual.map((one, day) =>
      fact(day, { ...one, hasHour: true, atMs: one.atMs + (day % 5) * 3_600_000 }),
    );
    for (const one of facts) old.add(one);
    for (const one of facts.slice(-40)) fresh.add(one);
    const known = (memory: typeof old) =>
      [odd.house, odd.family, odd.payee ?? ''].map((key) => ({
        latest: memory.latest(key).map(({ id }) => id),
        count: memory.count(key),
        hours: [...memory.hours(key)],
        totals: Object.fromEntries(memory.dayTotals(key)),
      }));
    expect(fresh.count(odd.house)).toBe(40);
    expect(known(old)).toEqual(known(fresh));
  });

  it('looks at the sixty latest of a group one by one, and counts them all', () => {
    const memory = createMemory(2_000);
    const days = Array.from({ length: 70 }, (_, day) => fact(day, { text: 'Bus ticket' }));
    for (const one of days) memory.add(one);
    const payee = days[0]?.payee ?? '';
    expect(memory.latest(payee)).toEqual(days.slice(-60));
    expect(memory.count(payee)).toBe(70);
  });
});

describe('what came before', () => {
  it('is not judged again', () => {
    const facts = [...usual, odd];
    const raised = (before: number) =>
      screen({ facts, before, alarms: [], reviews: [] }).map(({ fact: { id } }) => id);
    expect(raised(usual.length)).toEqual([odd.id]);
    expect(raised(facts.length)).toEqual([]);
  });
});
