import type { Clock } from '@finflow/shared/clock';
import type { Viewer } from '@finflow/shared/viewer';
import type { Database, EntityManager } from './database.ts';
import type { AccessTokens } from './session/access-token.ts';

/** What a use case of this room works with. */
export type Room = {
  /** The application's connection: row-level security applies. One fork per operation. */
  readonly em: EntityManager;
  /** The owner's connection, for the few things that the application's role may not do. */
  readonly owner: Database;
  readonly clock: Clock;
  readonly viewer: Viewer;
  readonly accessTokens: AccessTokens;
  readonly client: Client;
};

/** Where a request comes from, as the gateway says. */
export type Client = {
  /** The User-Agent, cut to what is stored. */
  readonly device: string;
  readonly address: string;
};

const maxDeviceLength = 255;
const maxAddressLength = 64;

/** Reads the client from the headers that the gateway sets. */
export function readClient(headers: Readonly<Record<string, string | undefined>>): Client {
  const device = headers['user-agent'] ?? '';
  const address = headers['x-forwarded-for'] ?? '';
  return {
    device: device.replaceAll(/\p{Cc}/gu, ' ').slice(0, maxDeviceLength),
    address: address.slice(0, maxAddressLength),
  };
}
