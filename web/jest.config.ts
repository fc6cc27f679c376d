import type { Config } from 'jest';

const tsx = {
  jsc: {
    parser: { syntax: 'typescript', tsx: true },
    target: 'es2024',
    transform: { react: { runtime: 'automatic' } },
  },
  module: { type: 'es6' },
};

const config: Config = {
  displayName: 'web',
  testEnvironment: '<rootDir>/browser-environment.mjs',
  testTimeout: 90_000, // On a busy machine a page takes its time.
  testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}'],
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx$': ['@swc/jest', tsx] },
};
export default config;
