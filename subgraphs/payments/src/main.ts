import { busFromConfig } from '@finflow/shared/bus/bus-from-config';
import { systemClock } from '@finflow/shared/clock';
import { serveSubgraph } from '@finflow/shared/graphql/serve-subgraph';
import { runProcess } from '@finflow/shared/process';
import { startPaymentsApp } from './app.ts';
import { readPaymentsConfig } from './config.ts';

await runProcess('payments', async () => {
  const config = readPaymentsConfig(process.env);
  const bus = await busFromConfig(process.env);
  const app = await startPaymentsApp(config, { bus, clock: systemClock });
  const server = await serveSubgraph(app.subgraph, config.port);
  return {
    close: async () => {
      await server.close();
      await app.close();
      await bus.close();
    },
  };
});
