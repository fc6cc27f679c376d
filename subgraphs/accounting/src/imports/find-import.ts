import { isId } from '@finflow/shared/ids';
import type { Room } from '../room.ts';
import { ReceivablesImport } from './receivables-import.entity.ts';

/** An import as it stands now; null when there is none. */
export const findImport = async (id: string, { em }: Room): Promise<ReceivablesImport | null> =>
  isId(id) ? em.findOne(ReceivablesImport, { id }, { refresh: true }) : null;
