import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { ApolloGateway } from '@apollo/gateway';
import { log } from '@finflow/shared/log';
import { createDocumentStore } from './document-store.ts';
import { documentLimits } from './limits/document-limits.ts';
import { noAliasOfKeys } from './limits/key-aliases.ts';
import type { Limits } from './limits/limits.ts';
import { presentError } from './present-error.ts';
import type { GatewayContext } from './request-context.ts';
import { rulesInTurn, type OperationRule } from './rules-in-turn.ts';
import { FinFlowGateway } from './supergraph/finflow-gateway.ts';

/** Apollo Server over the gateway: parses, checks limits, prevents CSRF, presents errors. It has no port of its own. */
export const createGraphqlServer = (
  gateway: ApolloGateway,
  limits: Limits,
  rules: readonly OperationRule[] = [],
): ApolloServer<GatewayContext> =>
  new ApolloServer<GatewayContext>({
    gateway,
    logger: log,
    formatError: presentError,
    includeStacktraceInErrorResponses: false,
    introspection: true, // By caller: see introspectionGuard, which is among the rules.
    csrfPrevention: true,
    persistedQueries: false,
    documentStore: createDocumentStore(),
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: limits.maxTokens },
    validationRules: [
      documentLimits(limits),
      ...(gateway instanceof FinFlowGateway ? [] : [noAliasOfKeys]),
    ],
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(), // No answer about money is kept on its way.
      rulesInTurn(rules),
    ],
  });
