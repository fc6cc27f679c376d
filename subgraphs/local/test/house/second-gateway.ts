import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createGateway } from '@finflow/gateway/gateway';
import { inProcess } from '@finflow/gateway/transports/in-process';
import { createAccessTokenVerifier } from '@finflow/gateway/viewer/access-token-keys';
import { readSigningKey } from '@finflow/shared/signed-viewer';
import type { LocalSecrets } from '../../src/data-folder.ts';
import type { House } from '../../src/house.ts';

const supergraph = resolve(import.meta.dirname, '../../../../gateway/supergraph.graphql');

/** Another gateway before the rooms of a house, on the same log and with the same keys: what a restart or a replica is. */
export async function openSecondGateway(house: House, secrets: LocalSecrets) {
  const transports = {
    auth: inProcess(house.auth.subgraph),
    payments: inProcess(house.payments.subgraph),
    accounting: inProcess(house.accounting.subgraph),
    analytics: inProcess(house.analytics.subgraph),
  };
  const gateway = await createGateway({
    supergraphSdl: readFileSync(supergraph, 'utf8'),
    transports,
    bus: house.bus,
    verifyAccessToken: createAccessTokenVerifier(transports.auth),
    signingKey: readSigningKey(secrets.signingKey),
    paymentLinkSecret: secrets.paymentLinkSecret,
    publicUrl: house.url,
  });
  const { port } = await gateway.listen({ port: 0, host: '127.0.0.1' });
  return { url: `http://127.0.0.1:${port}`, close: () => gateway.close() };
}
