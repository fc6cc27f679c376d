import type { Config } from 'jest';

/** Journeys through the whole house in a real browser: `npm run test:e2e`. */
const config: Config = {
  displayName: 'journeys',
  testEnvironment: 'node',
  testMatch: ['**/*.journey.ts'],
  globalSetup: '<rootDir>/start-house.ts',
  globalTeardown: '<rootDir>/stop-house.ts',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  maxWorkers: 1,
  testTimeout: 90_000,
};
export default config;
