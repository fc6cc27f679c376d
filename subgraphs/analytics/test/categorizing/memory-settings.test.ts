import { describe, expect, it } from '@jest/globals';
import { applyMemory, createMemory } from '../../src/categorizing/memory.ts';
import {
  defaultMemorySettings,
  never,
  sameStrength,
} from '../../src/categorizing/memory-settings.ts';

const purchase = { text: 'Acme Ltd', amount: 20, date: '2026-05-04' };

function probabilityOfRent(settings: typeof defaultMemorySettings): number {
  const memory = createMemory(['RENT', 'MEALS'], settings);
  memory.learn({ ...purchase, category: 'RENT', decidedOn: purchase.date, decidedBy: 'PERSON' });
  const probabilities = Float64Array.from([0.25, 0.75]);
  applyMemory(probabilities, memory.recall(purchase), settings);
  return probabilities[0] ?? 0;
}

describe('settings of a memory that are stored', () => {
  const deaf = { ...defaultMemorySettings, strength: sameStrength(never) };

  it('trust what they trusted before, and never what they never did', () => {
    for (const settings of [defaultMemorySettings, deaf]) {
      const stored: unknown = JSON.parse(JSON.stringify(settings));
      expect(stored).toEqual(settings);
    }
    expect(probabilityOfRent(deaf)).toBeCloseTo(0.25, 6);
    expect(probabilityOfRent(defaultMemorySettings)).toBeGreaterThan(0.9);
  });
});
