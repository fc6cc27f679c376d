import type { AccountingApp } from '@finflow/accounting/app';
import type { AuthApp } from '@finflow/auth/app';
import { demoCompanyName } from './demo/demo-company.ts';
import { openPublicApi } from './demo/public-api.ts';
import { seedDemoCompany } from './demo/seed-demo-company.ts';

/** The login that a first start prints. The sample company is nobody's secret. */
export const demoLogin = {
  email: 'demo@finflow.example',
  password: 'explore-finflow-demo',
} as const;

/** What of the running house the sample company is made with. */
export type DemoHouse = {
  readonly url: string;
  readonly auth: Pick<AuthApp, 'createDemoUser'>;
  readonly accounting: Pick<AccountingApp, 'desk'>;
  /** Null with a real Stripe key. */
  readonly stripe: { readonly sandbox: unknown };
};

/**
 * Opens the sample company and fills it in; goes on where an interrupted run stopped. A sample company that was removed
 * is not made again.
 * @throws Error when a step is refused or takes too long
 */
export async function ensureDemoCompany(
  { url, auth, accounting, stripe }: DemoHouse,
  onProgress: (line: string) => void,
): Promise<void> {
  const { organizationId } = await auth.createDemoUser({
    ...demoLogin,
    name: 'Mara Holm',
    organizationName: demoCompanyName,
    baseCurrency: 'EUR',
  });
  if (organizationId === null) return;
  await seedDemoCompany({
    api: await openPublicApi(`${url}/graphql`, demoLogin),
    openDesk: accounting.desk,
    hasSandbox: stripe.sandbox !== null,
    onProgress,
  });
}
