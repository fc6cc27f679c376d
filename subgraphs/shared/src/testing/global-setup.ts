import { randomBytes } from 'node:crypto';
import { startPostgresServer } from './postgres-server.ts';
import { testEnvironment } from './test-environment.ts';

/**
 * Jest's globalSetup: one Postgres server per run, for all projects and workers. A server named in
 * FINFLOW_TEST_POSTGRES (superuser URL) is used instead of an own one.
 */
export default async function setUp(): Promise<void> {
  process.env['FINFLOW_TEST_RUN'] ??= randomBytes(4).toString('hex');
  if (process.env['FINFLOW_TEST_POSTGRES'] !== undefined) return;
  const server = await startPostgresServer();
  testEnvironment.server = server;
  process.env['FINFLOW_TEST_POSTGRES'] = server.superuserUrl;
}
