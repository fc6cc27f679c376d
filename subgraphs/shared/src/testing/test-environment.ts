import type { TestServer } from './postgres-server.ts';

declare global {
  var finflowTestEnvironment: { server?: TestServer | undefined } | undefined;
}

/** Kept on the process, because Jest loads setup and teardown of each project as separate modules. */
globalThis.finflowTestEnvironment ??= {};
export const testEnvironment = globalThis.finflowTestEnvironment;
