import type { Clock } from '@finflow/shared/clock';
import type { LocalDate } from '@finflow/shared/local-date';
import { once } from '@finflow/shared/once';
import type { BaseContext } from '@finflow/shared/graphql/subgraph';
import { denied } from '@finflow/shared/graphql/authorization';
import { organizationOf } from '@finflow/shared/viewer';
import type { Database } from './database.ts';
import type { FileLinks } from './invoices/file-links.ts';
import type { ImportJobs } from './imports/import-jobs.ts';
import { createLoaders, type Loaders } from './loaders.ts';
import { todayOf } from './organization/today-of.ts';
import type { Room } from './room.ts';

/** What accounting's resolvers work with. */
export type AccountingContext = BaseContext & {
  /** The viewer's organization. Throws FORBIDDEN for a viewer without one. */
  readonly room: () => Room;
  /** The day that it is where the organization is, asked for once. */
  readonly today: () => Promise<LocalDate>;
  readonly loaders: () => Loaders;
  readonly fileLinks: FileLinks;
  readonly imports: ImportJobs;
};

export type ContextParts = {
  readonly database: Database;
  readonly clock: Clock;
  readonly fileLinks: FileLinks;
  readonly imports: ImportJobs;
};

/** One unit of work per operation, made when the first field asks for it. */
export function createContext(base: BaseContext, parts: ContextParts): AccountingContext {
  const { database, clock, fileLinks, imports } = parts;
  let room: Room | undefined;
  let loaders: Loaders | undefined;
  const getRoom = () => {
    const organizationId = organizationOf(base.viewer);
    if (organizationId === null) throw denied(base.viewer);
    room ??= { em: database.em.fork(), organizationId, clock };
    return room;
  };
  return {
    ...base,
    room: getRoom,
    today: once(() => todayOf(getRoom())),
    loaders: () => {
      loaders ??= createLoaders(getRoom());
      return loaders;
    },
    fileLinks,
    imports,
  };
}
