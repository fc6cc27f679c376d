import { expect, it, jest } from '@jest/globals';
import { serve } from '../src/http/serve.ts';
import { log } from '../src/log.ts';
import { inSpan } from '../src/tracing/span.ts';
import { startTracing } from '../src/tracing/tracing.ts';

it('lets a process end in peace when nobody takes its spans', async () => {
  const refusing = await serve({ routes: [], port: 0, host: '127.0.0.1' });
  const warnings = jest.spyOn(log, 'warn');
  const endpoint = `http://127.0.0.1:${refusing.port}`;
  const tracing = startTracing('test', { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });
  await inSpan('work', {}, async () => 7);
  await expect(tracing?.close()).resolves.toBeUndefined();
  expect(warnings.mock.calls.map(([message]) => message as unknown)).toEqual([
    'spans were not sent',
  ]);
  warnings.mockRestore();
  await refusing.close();
});
