/**
 * How many dashboards a second the endpoint answers, over HTTP, on the whole house in one process with the sample company in it:
 *
 *   node bench/dashboard-rps.ts
 *
 * The query is the web app's own. A process of its own asks, on the same machine, by 1 connection and then by 20; each
 * is a session of its own, so that the gateway has no equal queries to share.
 */
import { print } from './print.ts';
import { ensureDemoCompany } from '@finflow/local/demo-company';
import { applyLoad } from './apply-load.ts';
import { post, signIn } from './ask.ts';
import { conditions, withEmbeddedHouse } from './embedded-house.ts';
import { dashboardQuery } from './web-query.ts';

const seconds = 10;

await withEmbeddedHouse(async (house) => {
  await ensureDemoCompany(house, () => undefined);
  const url = `${house.url}/graphql`;
  const body = { query: await dashboardQuery() };
  const tokens: string[] = [];
  for (let at = 0; at < 20; at += 1) tokens.push(await signIn(url));
  const first = await post(url, body, tokens[0]);
  if (first.includes('"errors"') || !first.includes('"months"')) throw new Error(first);
  print({ ...conditions(), answerBytes: first.length });
  await applyLoad({ url, body, tokens: tokens.slice(0, 1), seconds }); // Warms up.
  for (const connections of [1, 20]) {
    const load = { url, body, tokens: tokens.slice(0, connections), seconds };
    print({ connections, ...(await applyLoad(load)) });
  }
});
