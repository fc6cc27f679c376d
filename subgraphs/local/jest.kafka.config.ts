import type { Config } from 'jest';
import subgraphs from '../jest.config.ts';

/** `npm run test:kafka`: what needs a real broker (Java 17, Maven) and so is no part of `npm test`. */
const config: Config = {
  ...subgraphs,
  displayName: 'kafka',
  rootDir: '..',
  testMatch: ['<rootDir>/local/test/**/*.kafka.ts'],
  testTimeout: 240_000,
};
export default config;
