import { Table } from '@chakra-ui/react';
import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { eur } from '../testing/invoices.ts';
import { renderPage } from '../testing/render-page.tsx';
import { DataCell, DataRow, DataTable } from './DataTable.tsx';
import { AmountCell, FiguresTable, NameCell } from './FiguresTable.tsx';
import { InvoicePaper } from './InvoicePaper.tsx';

const namesOfRows = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);

it('names the rows of a list by the cell at the start, and by no other', async () => {
  await renderPage(
    () => (
      <DataTable label="Invoices" columns={[{ label: 'Number' }, { label: 'Customer' }]}>
        <DataRow>
          <DataCell label="Number" narrow="start">
            INV-0001
          </DataCell>
          <DataCell label="Customer" narrow="below">
            Alder & Finch
          </DataCell>
          <DataCell label="Open">€10.00</DataCell>
        </DataRow>
      </DataTable>
    ),
    {},
  );
  expect(namesOfRows()).toEqual(['INV-0001']);
});

it('names the rows of a chart’s figures, and keeps only their names in sight', async () => {
  await renderPage(
    () => (
      <FiguresTable label="By month" heads={['Month', 'Cash', 'Known']} keepsNames>
        <Table.Row>
          <NameCell>Oct 2026</NameCell>
          <AmountCell value={eur(100n)} />
          <AmountCell value={eur(50n)} />
        </Table.Row>
      </FiguresTable>
    ),
    {},
  );
  expect(namesOfRows()).toEqual(['Oct 2026']);
  const kept = [...screen.getAllByRole('columnheader'), ...screen.getAllByRole('rowheader')].concat(
    screen.getAllByRole('cell'),
  );
  expect(
    kept.filter((cell) => getComputedStyle(cell).position === 'sticky').map((c) => c.textContent),
  ).toEqual(['Month', 'Oct 2026']);
});

it('names the lines of an invoice by what they are for', async () => {
  const line = {
    id: 'l1',
    description: 'Oak table',
    quantity: '1',
    unitPrice: eur(100n),
    discountPercent: '0',
    taxPercent: '0',
    net: eur(100n),
  };
  const paper = {
    from: 'Holm',
    to: null,
    number: null,
    issueDate: null,
    dueDate: null,
    notes: null,
    lines: [line],
    subtotal: eur(100n),
    discountTotal: eur(0n),
    taxTotal: eur(0n),
    total: eur(100n),
  };
  await renderPage(() => <InvoicePaper paper={paper} />, {});
  expect(namesOfRows()).toEqual([expect.stringMatching(/^Oak table/)]);
});
