import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { line, newCustomer, newInvoice, saveDraft } from './support/invoicing.ts';
import { clock, today } from './support/books.ts';
import { openWorld, type Company, type World } from './support/world.ts';

let world: World;
let company: Company;
beforeAll(async () => {
  world = await openWorld();
  company = await world.openCompany();
});
afterAll(() => world.close());

const linkOf = async (id: string): Promise<string | null> => {
  const { invoice } = await company.ask('query ($id: ID!) { invoice(id: $id) { pdfUrl } }', { id });
  return invoice.pdfUrl;
};

async function get(link: string) {
  const url = new URL(link);
  const [route] = world.app.subgraph.routes;
  if (!route) throw new Error('no route');
  return route.handle({
    method: 'GET',
    url,
    headers: {},
    body: Buffer.alloc(0),
    remoteAddress: '127.0.0.1',
  });
}

const pagesOf = (body: string | Buffer) =>
  body.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length;

describe('the PDF of an invoice', () => {
  it('comes by a link that needs no sign-in', async () => {
    const { id, number } = await newInvoice(company);
    const link = await linkOf(id);
    const response = await get(link ?? '');
    expect(response.status).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${number}.pdf"`,
    });
    expect(response.body.slice(0, 5).toString()).toBe('%PDF-');
    expect(pagesOf(response.body)).toBe(1);
  });

  it('takes as many pages as its lines, with words of any length and any alphabet', async () => {
    const customerId = await newCustomer(company, {
      name: 'Żółw Груша Ελληνικά',
      address: 'a\n'.repeat(20),
    });
    const lines = Array.from({ length: 200 }, () =>
      line({ description: 'Wörter '.repeat(70).trim() }),
    );
    const { id } = await newInvoice(company, { customerId, lines, notes: 'n '.repeat(900) });
    const { body } = await get((await linkOf(id)) ?? '');
    expect(pagesOf(body)).toBeGreaterThan(10);
  });

  it('is not there for a draft', async () => {
    const { invoice } = await saveDraft(company);
    expect(await linkOf(invoice.id)).toBeNull();
  });

  it('is refused to a link that was changed, or is too old', async () => {
    const [mine, other] = [await newInvoice(company), await newInvoice(company)];
    const link = (await linkOf(mine.id)) ?? '';
    expect((await get(link.replace(mine.id, other.id))).status).toBe(403);
    expect((await get(link.replace(company.organizationId, other.id))).status).toBe(403);
    expect((await get(link.replace(/expires=\d+/, 'expires=99999999999999'))).status).toBe(403);
    expect((await get(link.replace(/signature=.*/, ''))).status).toBe(403);
    clock.set(`${today}T12:16:00Z`);
    expect((await get(link)).status).toBe(403);
    clock.set(`${today}T12:00:00Z`);
  });
});
