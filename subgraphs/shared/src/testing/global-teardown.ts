import { dropTestDatabases } from './postgres.ts';
import { testEnvironment } from './test-environment.ts';

/** Jest's globalTeardown: stops our own server; on a server that was given, drops what this run made. */
export default async function tearDown(): Promise<void> {
  const { server } = testEnvironment;
  testEnvironment.server = undefined;
  if (server) {
    delete process.env['FINFLOW_TEST_POSTGRES'];
    await server.stop();
    return;
  }
  if (process.env['FINFLOW_TEST_POSTGRES'] !== undefined) await dropTestDatabases();
}
