import type { KeyObject } from 'node:crypto';
import type { Bus } from '@finflow/shared/bus/bus';
import type { AdmissionSettings } from './admission/gateway-admission.ts';
import type { Forward } from './http/forwards.ts';
import type { CorsOptions } from './http/cors.ts';
import type { IntrospectionMode } from './introspection/introspection.ts';
import type { Limits } from './limits/limits.ts';
import type { PersistedOptions } from './persisted/operation-texts.ts';
import type { Policies } from './rights/requirement.ts';
import type { ExecutorKind } from './supergraph/supergraph.ts';
import type { SubgraphTransport } from './transports/subgraph-transport.ts';
import type { AccessTokenVerifier } from './viewer/access-token-keys.ts';

/** What a gateway is built from. */
export type GatewayOptions = {
  /** The text of gateway/supergraph.graphql. */
  readonly supergraphSdl: string;
  /** How to reach each subgraph, by its name in the supergraph. */
  readonly transports: Readonly<Record<string, SubgraphTransport>>;
  readonly verifyAccessToken: AccessTokenVerifier;
  /** The private key that signs callers for the subgraphs. */
  readonly signingKey: KeyObject;
  /** Others of which what they sealed for clients (event ids, stream tickets) is taken. Left out: none. */
  readonly otherSigningKeys?: readonly KeyObject[];
  readonly paymentLinkSecret: string;
  /** The address that the world knows: scheme and host of links, cookies, sockets. */
  readonly publicUrl: string;
  /** Addresses of subgraphs that the world may call. Left out: FinFlow's. */
  readonly forwards?: readonly Forward[];
  /** Where the payment provider's card form is served from, if not by Stripe. */
  readonly elementsOrigin?: string | null;
  /** True behind a proxy of ours that appends to X-Forwarded-For. */
  readonly trustProxy?: boolean;
  /** The folder of the built web app; null or left out: none is served. */
  readonly webRoot?: string | null;
  readonly limits?: Partial<Limits>;
  /** What `@policy` may name. Left out: nothing, so that every policy denies. */
  readonly policies?: Policies;
  /** What an operation may cost, and a caller in a minute. Left out: the defaults. */
  readonly admission?: AdmissionSettings;
  /** Who executes what was planned. Left out: `compiled`. */
  readonly executor?: ExecutorKind;
  /** Operations that are known by an id. Left out: none; any text is taken. */
  readonly persisted?: PersistedOptions;
  /** Who may ask for the schema. Left out: everybody. */
  readonly introspection?: IntrospectionMode;
  /** An operation that takes longer is logged with its plan. Default 1000. */
  readonly slowOperationMs?: number;
  /** Over how long those who are subscribed come back after a reload. */
  readonly drainOnReloadMs?: number;
  /** Where the feeds hear what happened. */
  readonly bus: Bus;
  /** Pages of which other origins may use the endpoint, sockets included. Left out: none but `publicUrl`'s and what we serve. */
  readonly cors?: Partial<CorsOptions>;
};
