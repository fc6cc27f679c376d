import { type Company, registerCompany } from './api.ts';
import { spend, waitingCountIs } from './spend.ts';

/** Made-up payees whose purpose nobody could know: the first syllable says it. */
const purposes = [
  { start: 'Brall', code: '6200', category: 'SOFTWARE' },
  { start: 'Quent', code: '6000', category: 'RENT' },
  { start: 'Zwoll', code: '6120', category: 'TRAINING' },
];
const endings = ['ag', 'en', 'ix', 'or', 'um', 'a', 'is', 'oth', 'und', 'el', 'ip', 'ard', 'esk'];

/** Payees that were met in the past, or strangers: each is called like its kind, and like no other. */
const payees = (kind: 'met' | 'strange') =>
  purposes.flatMap((purpose) =>
    endings.map((ending) => ({
      ...purpose,
      description: `${purpose.start}${ending}${kind === 'met' ? '' : 'os'} ${purpose.start}`,
    })),
  );

/** A company whose people decided so much that a model of its own is trained, and better: it guesses strangers by their names. */
export async function experiencedCompany(): Promise<Company> {
  const company = await registerCompany();
  await company.ask('mutation { setCategoryThreshold(input: { threshold: 1 }) { __typename } }');
  const months = ['05', '06', '07', '08'];
  const past = months.flatMap((month) =>
    payees('met').map(({ description, code }) => ({
      description,
      code,
      date: `2026-${month}-15`,
      amountMinor: '1000',
    })),
  );
  const strangers = payees('strange').flatMap((payee) => [payee, payee]);
  const waiting = strangers.map(({ description }) => ({
    description,
    code: '6999',
    date: '2026-10-15',
    amountMinor: '1000',
  }));
  await spend(company, ...past);
  const ids = await spend(company, ...waiting);
  await waitingCountIs(company, ids.length);
  const decisions = ids.map((transactionId, place) => ({
    transactionId,
    category: strangers[place]?.category,
  }));
  await company.ask(
    `mutation ($input: AcceptCategoriesInput!) { acceptCategories(input: $input) { __typename } }`,
    { input: { decisions } },
  );
  return company;
}
