import { busFromConfig } from '@finflow/shared/bus/bus-from-config';
import { systemClock } from '@finflow/shared/clock';
import { serveSubgraph } from '@finflow/shared/graphql/serve-subgraph';
import { runProcess } from '@finflow/shared/process';
import { startAccountingApp } from './app.ts';
import { readAccountingConfig } from './config.ts';

await runProcess('accounting', async () => {
  const config = readAccountingConfig(process.env);
  const bus = await busFromConfig(process.env);
  const app = await startAccountingApp(config, { bus, clock: systemClock });
  const server = await serveSubgraph(app.subgraph, config.port);
  return {
    close: async () => {
      await server.close();
      await app.close();
      await bus.close();
    },
  };
});
