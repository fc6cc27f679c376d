import type { Clock } from '@finflow/shared/clock';
import { inOrganization } from '@finflow/shared/database/tenancy';
import { textResponse, type Route } from '@finflow/shared/http/route';
import { Customer } from '../../customers/customer.entity.ts';
import type { Database } from '../../database.ts';
import { Organization } from '../../organization/organization.entity.ts';
import { filePath, type FileLinks, type FileTarget } from '../file-links.ts';
import { Invoice, InvoiceLine } from '../invoice.entity.ts';
import { invoicePage } from './invoice-page.ts';
import { invoicePdf } from './invoice-pdf.ts';

type Parts = { readonly database: Database; readonly links: FileLinks; readonly clock: Clock };

/** GET /files/invoices/<id>.pdf: the invoice's PDF for who holds a signed link that has not expired; 403 for others. */
export const invoicePdfRoute = ({ database, links, clock }: Parts): Route => ({
  method: 'GET',
  path: `${filePath}*`,
  handle: async ({ url }) => {
    const target = links.read(url);
    if (!target)
      return textResponse(403, 'This link is not valid any more. Open the invoice again.');
    const content = await inOrganization(target.organizationId, () => readPage(database, target));
    if (!content) return textResponse(404, 'There is no such invoice.');
    return {
      status: 200,
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${content.number}.pdf"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
      body: await invoicePdf(content, clock.now()),
    };
  },
});

async function readPage(database: Database, { organizationId, invoiceId }: FileTarget) {
  const em = database.em.fork();
  const invoice = await em.findOne(Invoice, { id: invoiceId, numberIndex: { $ne: null } });
  if (!invoice) return null;
  const [seller, buyer, lines] = await Promise.all([
    em.findOneOrFail(Organization, { organizationId }),
    em.findOneOrFail(Customer, { id: invoice.customerId }),
    em.find(InvoiceLine, { invoiceId }, { orderBy: { position: 'asc' } }),
  ]);
  return invoicePage({ sellerName: seller.name, buyer, invoice, lines });
}
