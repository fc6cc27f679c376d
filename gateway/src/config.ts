import {
  count,
  file,
  folder,
  listOf,
  oneOf,
  port,
  readConfig,
  secret,
  url,
  type Setting,
} from '@finflow/shared/config';
import { signingKey } from '@finflow/shared/signed-viewer';
import type { CostMode } from './admission/admission.ts';
import type { IntrospectionMode } from './introspection/introspection.ts';
import type { PersistedMode } from './persisted/operation-texts.ts';
import type { ExecutorKind } from './supergraph/supergraph.ts';

const http = ['http:', 'https:'];

/**
 * The gateway's settings, from its environment.
 * @throws ConfigError with one line that names the first variable that is missing or malformed
 */
export const readGatewayConfig = (env: Record<string, string | undefined>) =>
  readConfig(env, {
    PORT: port(4000),
    AUTH_URL: url(http),
    PAYMENTS_URL: url(http),
    ACCOUNTING_URL: url(http),
    ANALYTICS_URL: url(http),
    GATEWAY_SIGNING_KEY: signingKey,
    /** Keys that other gateways have, or this one had: what they sealed for clients is taken, nothing is signed with them. */
    GATEWAY_OTHER_SIGNING_KEYS: listOf(signingKey, []),
    PAYMENT_LINK_SECRET: secret(),
    PUBLIC_URL: url(http, 'http://localhost:4000'),
    /** The folder of the built web app; empty: none is served. */
    WEB_ROOT: folder(''),
    /** Origins of further pages that may use the endpoint. */
    ALLOWED_ORIGINS: listOf(origin, []),
    /** Whether requests of those pages may carry cookies. */
    CORS_CREDENTIALS: oneOf(['true', 'false'], 'false'),
    /** Where the card form is served from when it isn't Stripe's; as payments has it. */
    STRIPE_ELEMENTS_URL: url(http, ''),
    /** Watched: a change is taken up without a restart. Empty: the one that was composed with this release. */
    GATEWAY_SUPERGRAPH_FILE: file(''),
    /** Who executes what was planned: ours, or the executor of @apollo/gateway, should ours ever be in doubt. */
    GATEWAY_EXECUTOR: oneOf<ExecutorKind>(['compiled', 'stock'], 'compiled'),
    /** An operation that takes longer, in milliseconds, is logged with its plan. */
    GATEWAY_SLOW_OPERATION_MS: count(1_000),
    /** Whether a proxy of ours appends the caller's address to X-Forwarded-For. */
    TRUST_PROXY: oneOf(['true', 'false'], 'false'),
    /** Who may ask for the schema: see IntrospectionMode. */
    INTROSPECTION: oneOf<IntrospectionMode>(['everybody', 'developers', 'nobody'], 'developers'),
    /** What callers may send: see PersistedMode. */
    PERSISTED_OPERATIONS: oneOf<PersistedMode>(['off', 'on', 'only'], 'on'),
    /** Whether operations dearer than GATEWAY_MAX_COST are refused, or only counted. */
    GATEWAY_COST_MODE: oneOf<CostMode>(['measure', 'enforce'], 'enforce'),
    GATEWAY_MAX_COST: count(5_000),
    /** Whether callers are limited in what they may cost a minute. */
    GATEWAY_RATE_LIMITS: oneOf(['on', 'off'], 'on'),
    /** A Postgres database in which several gateways count together; empty: each counts for itself. */
    GATEWAY_RATE_DATABASE_URL: url(['postgres:', 'postgresql:'], ''),
    /** Manifests; none: the one beside the supergraph. */
    PERSISTED_OPERATIONS_FILES: listOf(file(), []),
  });

/** A path or a `*` in one would be a hole or would never match. */
const origin: Setting<string> = {
  shape: 'an origin (https://app.example.com)',
  parse: (text) => (URL.canParse(text) && new URL(text).origin === text ? text : undefined),
};
