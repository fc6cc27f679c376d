import { describe, expect, it } from '@jest/globals';
import { captureLog } from '@finflow/shared/testing/capture-log';
import { paymentUpdated } from '../world/events.ts';
import { connect } from '../world/socket.ts';
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

  it('knows the answer to an event by a hash, too', async () => {
    const world = await startWorld({ slowOperationMs: 0 });
    const captured = captureLog();
    const client = connect(world, await world.bearer());
    const feed = await client.listen('subscription Watch { paymentChanged { status } }');
    await world.bus.publish([paymentUpdated(world.books)]);
    await feed.next();
    await client.dispose();
    captured.stop();
    await world.close();
    const lines = captured.lines.filter(({ message }) => message === 'slow operation');
    expect(lines).toMatchObject([
      { operation: 'Watch', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
    expect(JSON.stringify(lines)).not.toContain('status');
  });

  it('is silent about what is fast enough', async () => {
    expect((await slowLinesOf(60_000)).lines).toEqual([]);
  });
});
