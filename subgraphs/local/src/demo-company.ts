import { demoCompanyName } from './demo/demo-company.ts';
import { openPublicApi } from './demo/public-api.ts';
import { seedDemoCompany } from './demo/seed-demo-company.ts';
import type { House } from './house.ts';

/** The sample company's owner. No secret: it opens a company of made-up figures on somebody's own laptop. */
export const demoLogin = { email: 'demo@finflow.example', password: 'explore-finflow-demo' };

/**
 * Makes the sample company, or goes on with one that an interrupted start left. One that was removed is not made again.
 * @param months how far back it goes
 * @throws Error when a step is refused or takes too long
 */
export async function ensureDemoCompany(
  house: House,
  onProgress: (line: string) => void,
  months = 24,
): Promise<void> {
  const { organizationId } = await house.auth.createDemoUser({
    ...demoLogin,
    name: 'Alex Linde',
    organizationName: demoCompanyName,
    baseCurrency: 'EUR',
    country: 'DE',
    timeZone: 'Europe/Berlin',
  });
  if (organizationId === null) return;
  const api = await openPublicApi(`${house.url}/graphql`, demoLogin);
  await seedDemoCompany({
    api,
    openDesk: house.accounting.desk,
    hasSandbox: house.stripe.sandbox !== null,
    onProgress,
    months,
  });
}
