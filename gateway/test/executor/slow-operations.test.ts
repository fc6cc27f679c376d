import { describe, expect, it } from '@jest/globals';
import { captureLog } from '@finflow/shared/testing/capture-log';
import { ask, startWorld } from '../world/world.ts';

async function slowLinesOf(slowOperationMs: number) {
  const world = await startWorld({ slowOperationMs });
  const captured = captureLog();
  try {
    await ask(
      world,
      'query Look($id: ID!) { payment(id: $id) { status invoice { total } } hello }',
      {
        authorization: await world.bearer(),
        variables: { id: world.books.paymentId },
      },
    );
    const lines = captured.lines.filter(({ message }) => message === 'slow operation');
    return { lines, paymentId: world.books.paymentId };
  } finally {
    captured.stop();
    await world.close();
  }
}

describe('the slow-operation log', () => {
  it('names operation, plan and calls, and holds no value that was sent', async () => {
    const { lines, paymentId } = await slowLinesOf(0);
    const [line] = lines;
    expect(lines).toHaveLength(1);
    expect(line).toMatchObject({
      operation: 'Look',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      plan: 'payments > accounting at payment.invoice',
      calls: [{ subgraph: 'payments' }, { subgraph: 'accounting' }],
    });
    expect(JSON.stringify(line)).not.toMatch(/status|total/);
    expect(JSON.stringify(line)).not.toContain(paymentId);
  });

  it('is silent about what is fast enough', async () => {
    expect((await slowLinesOf(60_000)).lines).toEqual([]);
  });
});
