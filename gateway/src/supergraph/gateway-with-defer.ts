import { ApolloGateway } from '@apollo/gateway';
import { withDefer } from './defer-directive.ts';

type SchemaListener = Parameters<ApolloGateway['onSchemaLoadOrUpdate']>[0];

/** Apollo's gateway, whose clients may use @defer: whoever executes, the web app's operations are valid. */
export class GatewayWithDefer extends ApolloGateway {
  override onSchemaLoadOrUpdate(
    listener: SchemaListener,
  ): ReturnType<ApolloGateway['onSchemaLoadOrUpdate']> {
    return super.onSchemaLoadOrUpdate((loaded) =>
      listener({ ...loaded, apiSchema: withDefer(loaded.apiSchema) }),
    );
  }
}
