import { join, resolve } from 'node:path';
import { oneOf, port, text } from '@finflow/shared/config';

const root = resolve(import.meta.dirname, '../../..');

/** What `npm start` may be told. */
export const startSettings = {
  PORT: port(4000),
  FINFLOW_DATA: text('a folder', join(root, '.finflow')),
  FINFLOW_DEMO: oneOf(['on', 'off'], 'on'),
};
