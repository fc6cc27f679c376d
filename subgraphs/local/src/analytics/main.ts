import { readAnalyticsConfig } from '@finflow/analytics/config';
import { reportRebuild } from '@finflow/analytics/rebuild/report-rebuild';
import { AnalyticsRuns } from '@finflow/analytics/rebuild/rebuild';
import { busFromConfig } from '@finflow/shared/bus/bus-from-config';
import { ConfigError } from '@finflow/shared/config';
import { inRooms } from '../laptop.ts';

/** `npm run analytics:rebuild`: ends with 0 when the read model is made anew, 1 when something waits, 2 when it can't be done now. */
const print = (line: string) => void process.stdout.write(`${line}\n`);

try {
  const isWhole = await inRooms(process.env, async (env) => {
    const bus = await busFromConfig(env);
    return reportRebuild(readAnalyticsConfig(env), bus, print).finally(() => bus.close());
  });
  process.exitCode = isWhole ? 0 : 1;
} catch (error) {
  if (!(error instanceof ConfigError) && !(error instanceof AnalyticsRuns)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
