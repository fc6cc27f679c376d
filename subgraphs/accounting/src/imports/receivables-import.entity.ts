import { defineEntity, p } from '@mikro-orm/core';
import type { RowError } from './row-error.ts';

export type ImportMode = 'ALL_OR_NOTHING' | 'GOOD_ROWS_ONLY';
export type ImportStatus = 'RUNNING' | 'COMPLETED' | 'FAILED';

export const ReceivablesImportSchema = defineEntity({
  name: 'ReceivablesImport',
  indexes: [{ properties: ['organizationId', 'status'] }],
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    fileName: p.string().length(255),
    mode: p.string().length(20).$type<ImportMode>(),
    currency: p.string().length(3),
    status: p.string().length(20).$type<ImportStatus>(),
    rowsTotal: p.integer().default(0),
    rowsDone: p.integer().default(0),
    invoicesImported: p.integer().default(0),
    rowsSkipped: p.integer().default(0),
    rowsRejected: p.integer().default(0),
    /** The first 200. */
    errors: p.json<RowError[]>(),
    failure: p.string().length(500).strictNullable(),
    startedAt: p.datetime(3),
    finishedAt: p.datetime(3).strictNullable(),
  },
});

export class ReceivablesImport extends ReceivablesImportSchema.class {}
ReceivablesImportSchema.setClass(ReceivablesImport);
