import type { AccountingApp } from '@finflow/accounting/app';
import { localDateIn } from '@finflow/shared/time-zone';
import { readBooksSoFar } from './books-so-far.ts';
import { demoCompany, demoSeed } from './demo-company.ts';
import type { DemoPlan } from './demo-plan.ts';
import { payByCard } from './pay-by-card.ts';
import { playBooks } from './play-books.ts';
import type { PublicApi } from './public-api.ts';
import { until } from './until.ts';

export type DemoStage = {
  /** The endpoint, as the owner of the sample company. */
  readonly api: PublicApi;
  readonly openDesk: AccountingApp['desk'];
  /** False with a real Stripe key: there nobody types cards for us. */
  readonly hasSandbox: boolean;
  readonly onProgress: (line: string) => void;
  /** How far back the company goes; default 24. */
  readonly months?: number;
};

type Company = {
  readonly id: string;
  readonly createdAt: string;
  readonly timeZone: string;
  readonly isDemo: boolean;
};

/**
 * Fills the sample company of the signed-in owner with its two years, through the same use cases as by hand. An interrupted
 * run is finished by the next one: the day on which the company was opened is the plan's today, so the plan stays the same.
 * @throws Error when the signed-in user has no sample company, or a step was refused
 */
export async function seedDemoCompany(stage: DemoStage): Promise<DemoPlan> {
  const { api, openDesk, hasSandbox, onProgress, months = 24 } = stage;
  const company = await readCompany(api);
  const today = localDateIn(company.timeZone, new Date(company.createdAt));
  const plan = demoCompany({ seed: demoSeed, today, months });
  await until('the books to be opened', async () =>
    (await openDesk(company.id).isOpen()) ? true : null,
  );
  const invoices = await playBooks(plan, {
    openDesk: (clock) => openDesk(company.id, clock),
    soFar: await readBooksSoFar(api),
    onStep: (done, { date }) => {
      if (done % 150 === 0) onProgress(`  ${date.slice(0, 7)} (${done} of ${plan.steps.length})`);
    },
  });
  if (hasSandbox) {
    onProgress('  today: customers pay by card');
    await Promise.all(
      plan.cardPayments.map((payment) =>
        payByCard(payment, invoices.get(payment.invoiceKey) ?? '', api),
      ),
    );
  }
  await untilFiguresAgree(api);
  return plan;
}

async function readCompany(api: PublicApi): Promise<Company> {
  const { me } = await api<{ me: { organization: Company | null } }>({
    query: '{ me { organization { id createdAt timeZone isDemo } } }',
  });
  if (!me.organization?.isDemo) throw new Error('Only a sample company is filled in');
  return me.organization;
}

type Figures = {
  readonly dashboard: {
    readonly openCount: number;
    readonly cash: { readonly minor: string };
    readonly forecast: { readonly id: string } | null;
  } | null;
  readonly receivables: { readonly openCount: number };
  readonly accounts: readonly {
    readonly code: string;
    readonly balance: { readonly minor: string };
  }[];
};

const figuresQuery = `{
  dashboard { openCount cash { minor } forecast { id } }
  receivables { openCount }
  accounts { code balance { minor } }
}`;

/** The first look at the dashboard must not be at half of it. */
const untilFiguresAgree = (api: PublicApi): Promise<true> =>
  until('the dashboard to catch up', async () => {
    const { dashboard, receivables, accounts } = await api<Figures>({ query: figuresQuery });
    const cash = accounts
      .filter(({ code }) => code === '1000' || code === '1010')
      .reduce((sum, { balance }) => sum + BigInt(balance.minor), 0n);
    const agrees =
      dashboard?.forecast &&
      dashboard.openCount === receivables.openCount &&
      dashboard.cash.minor === String(cash);
    return agrees ? true : null;
  });
