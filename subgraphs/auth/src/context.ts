import type { BaseContext } from '@finflow/shared/graphql/subgraph';
import type { Loaders } from './loaders.ts';
import type { Room } from './room.ts';
import type { RefreshCookies } from './session/refresh-cookie.ts';

/** What every resolver of this subgraph gets. */
export type AuthContext = BaseContext & {
  readonly room: Room;
  readonly loaders: Loaders;
  readonly cookies: RefreshCookies;
};
