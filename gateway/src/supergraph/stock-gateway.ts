import type { GatewayConfig } from '@apollo/gateway';
import { Kind, visit, type DocumentNode } from 'graphql';
import { GatewayWithDefer } from './gateway-with-defer.ts';

/** With the executor of @apollo/gateway. It does not know @defer, so such fragments are answered at once, as the directive allows. */
export class StockGateway extends GatewayWithDefer {
  constructor(config: GatewayConfig) {
    super(config);
    const execute = this.executor;
    this.executor = (requestContext) =>
      execute({ ...requestContext, document: withoutDefer(requestContext.document) });
  }
}

const withoutDefer = (document: DocumentNode): DocumentNode =>
  visit(document, {
    [Kind.DIRECTIVE]: ({ name }) => (name.value === 'defer' ? null : undefined),
  });
