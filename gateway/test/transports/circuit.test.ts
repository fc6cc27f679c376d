import { afterEach, expect, it, jest } from '@jest/globals';
import { createCircuit } from '../../src/transports/circuit.ts';
import {
  CircuitOpen,
  DeadlineExceeded,
  SubgraphBusy,
  SubgraphUnavailable,
} from '../../src/transports/subgraph-transport.ts';

afterEach(() => void jest.restoreAllMocks());

it.each([
  ['came to its deadline', new DeadlineExceeded('late')],
  ['found the queue full', new SubgraphBusy('full')],
])('stays open after a call that was to try, but %s', async (_what, error) => {
  const circuit = createCircuit('books', { failuresToOpen: 1, openMs: 100, maxOpenMs: 100 });
  const failing = (failure: Error) => circuit.run(() => Promise.reject(failure));
  const now = jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
  await expect(failing(new SubgraphUnavailable('down'))).rejects.toThrow('down');
  now.mockReturnValue(2_000_000);
  await expect(failing(error)).rejects.toBe(error);
  await expect(circuit.run(async () => 'answered')).rejects.toThrow(CircuitOpen);
});
