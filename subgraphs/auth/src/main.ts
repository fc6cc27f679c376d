import { busFromConfig } from '@finflow/shared/bus/bus-from-config';
import { systemClock } from '@finflow/shared/clock';
import { serveSubgraph } from '@finflow/shared/graphql/serve-subgraph';
import { runProcess } from '@finflow/shared/process';
import { startAuthApp } from './app.ts';
import { readAuthConfig } from './config.ts';

await runProcess('auth', async () => {
  const config = readAuthConfig(process.env);
  const bus = await busFromConfig(process.env);
  const app = await startAuthApp(config, { bus, clock: systemClock });
  const server = await serveSubgraph(app.subgraph, config.port);
  return {
    close: async () => {
      await server.close();
      await app.close();
      await bus.close();
    },
  };
});
