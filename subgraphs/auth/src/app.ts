import { readFile } from 'node:fs/promises';
import type { Bus } from '@finflow/shared/bus/bus';
import type { Clock } from '@finflow/shared/clock';
import { migrate } from '@finflow/shared/database/migrate';
import { createSubgraph, type BaseContext, type Subgraph } from '@finflow/shared/graphql/subgraph';
import { startRelay } from '@finflow/shared/outbox/relay';
import { createViewerVerifier } from '@finflow/shared/signed-viewer';
import { verifyApiKey } from './api-key/verify-api-key.service.ts';
import { verifyApiKeyRoute } from './api-key/verify-route.ts';
import type { AuthConfig } from './config.ts';
import type { AuthContext } from './context.ts';
import { openDatabase } from './database.ts';
import { createLoaders } from './loaders.ts';
import { maintain, startMaintenance } from './maintenance.ts';
import { createDemoUser, type DemoUser } from './organization/demo-user.service.ts';
import { findOrganization } from './organization/find-organization.ts';
import type { Organization } from './organization/organization.entity.ts';
import { resolvers } from './resolvers.ts';
import { readClient, type Room } from './room.ts';
import { createAccessTokens } from './session/access-token.ts';
import { refreshCookies } from './session/refresh-cookie.ts';
import { jwksRoute } from './signing-key/jwks-route.ts';
import { createSigningKeys, type SigningKeys } from './signing-key/signing-keys.ts';
import type { RegistrationInput } from './user/registration.ts';

export type AuthApp = {
  readonly subgraph: Subgraph;
  readonly signingKeys: SigningKeys;
  /** Makes the sample company and its owner, or finds them. */
  createDemoUser(input: RegistrationInput): Promise<DemoUser>;
  /** An organization by its id or its exact name; null when there is none. */
  findOrganization(idOrName: string): Promise<Organization | null>;
  close(): Promise<void>;
};

export type AuthPorts = { readonly bus: Bus; readonly clock: Clock };

/** Migrates and opens the database, sees to a signing key, and builds the subgraph. */
export async function startAuthApp(
  config: AuthConfig,
  { bus, clock }: AuthPorts,
): Promise<AuthApp> {
  await migrate(await openDatabase(config.databaseOwnerUrl));
  const [app, owner] = await Promise.all([
    openDatabase(config.databaseUrl),
    openDatabase(config.databaseOwnerUrl),
  ]);
  const signingKeys = createSigningKeys({ owner, secret: config.keyEncryptionSecret, clock });
  const upkeep = { owner, keys: signingKeys, clock };
  await maintain(upkeep);
  await signingKeys.current(clock.now()); // A wrong secret is found now, not at the first sign-in.
  const relay = startRelay({ ownerUrl: config.databaseOwnerUrl, bus });
  const maintenance = startMaintenance(upkeep);
  const accessTokens = createAccessTokens(signingKeys);
  const cookies = refreshCookies(config.publicUrl);
  const verifyKeys = config.gatewayVerifyKeys;

  const context = (base: BaseContext): AuthContext => {
    const { viewer, headers } = base;
    const client = readClient(headers);
    const room: Room = { em: app.em.fork(), owner, clock, viewer, accessTokens, client };
    return { ...base, room, cookies, loaders: createLoaders(room) };
  };
  const subgraph = await createSubgraph<AuthContext>({
    name: 'auth',
    typeDefs: await readFile(`${import.meta.dirname}/../schema.graphql`, 'utf8'),
    resolvers,
    context,
    verifyKeys,
    routes: [
      jwksRoute(signingKeys),
      verifyApiKeyRoute({
        verifyViewer: createViewerVerifier(verifyKeys),
        verify: (hash) => verifyApiKey(hash, { app, clock }),
      }),
    ],
    ready: async () => void (await app.em.fork().execute('select 1')),
  });
  return {
    subgraph,
    signingKeys,
    createDemoUser: (input) => createDemoUser(input, { owner, clock }),
    findOrganization: (idOrName) => findOrganization(idOrName, owner),
    close: async () => {
      await subgraph.close();
      await Promise.all([relay.close(), maintenance.close()]);
      await Promise.all([app.close(true), owner.close(true)]);
    },
  };
}
