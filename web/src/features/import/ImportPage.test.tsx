import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { findAxeViolations } from '../../testing/axe.ts';
import { eur } from '../../testing/invoices.ts';
import { viewer } from '../../testing/viewer.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { Component as ImportPage } from './ImportPage.tsx';

const Viewer = () => viewer(['import:write']);

const preview = {
  __typename: 'ReceivablesImportPreview',
  fileName: 'open.csv',
  rowsTotal: 3,
  rowsGood: 2,
  rowsRejected: 1,
  rowsKnown: 0,
  customers: 2,
  total: eur(24000n),
  sample: [
    {
      __typename: 'ImportPreviewRow',
      line: 2,
      customer: 'Alder & Finch',
      number: 'A-17',
      issueDate: '2026-10-01',
      dueDate: '2026-10-31',
      settledDate: null,
      amount: eur(12000n),
    },
  ],
  errors: [
    {
      __typename: 'ImportRowError',
      line: 4,
      column: 'amount',
      code: 'BAD_AMOUNT',
      message: '"ten" is not an amount.',
    },
  ],
};

const progress = {
  __typename: 'ReceivablesImport',
  id: 'm1',
  fileName: 'open.csv',
  status: 'RUNNING',
  rowsTotal: 3,
  rowsDone: 1,
  invoicesImported: 1,
  rowsSkipped: 0,
  rowsRejected: 0,
  failure: null,
  errors: [],
};

const csv = () => new File(['customer,number'], 'open.csv', { type: 'text/csv' });

describe('the import', () => {
  it('shows what a file would do, then brings in its good rows', async () => {
    const { container, user, sent, router } = await renderPage(ImportPage, {
      at: '/import',
      answers: {
        Viewer,
        PreviewImport: () => ({ previewReceivablesImport: preview }),
        ImportFile: () => ({
          importReceivables: {
            __typename: 'ReceivablesImportStarted',
            import: { __typename: 'ReceivablesImport', id: 'm1' },
          },
        }),
        ImportProgress: () => ({ receivablesImport: { ...progress, status: 'COMPLETED' } }),
      },
    });
    await user.upload(await screen.findByLabelText('Receivables file'), csv());
    expect(await screen.findByText(/2 of 3 rows are good/)).toBeInTheDocument();
    expect(screen.getByText(/"ten" is not an amount/)).toHaveTextContent('Line 4, amount');
    expect(screen.getByRole('button', { name: 'Import 2 rows' })).toBeDisabled();
    expect(await findAxeViolations(container)).toEqual([]);
    await user.selectOptions(screen.getByLabelText('Import'), 'GOOD_ROWS_ONLY');
    await user.click(screen.getByRole('button', { name: 'Import 2 rows' }));
    await waitFor(() => expect(router.state.location.search).toBe('?id=m1'));
    expect(await screen.findByText('open.csv is in the books')).toBeInTheDocument();
    expect(sent.find(({ name }) => name === 'ImportFile')?.variables).toMatchObject({
      input: { mode: 'GOOD_ROWS_ONLY', file: expect.any(File) },
    });
  });

  it('follows a running import until it is done', async () => {
    let status = 'RUNNING';
    const { container } = await renderPage(ImportPage, {
      at: '/import?id=m1',
      answers: { ImportProgress: () => ({ receivablesImport: { ...progress, status } }) },
    });
    expect(await screen.findByText('1 of 3 rows')).toBeInTheDocument();
    expect(await findAxeViolations(container)).toEqual([]);
    status = 'COMPLETED';
    expect(await screen.findByText('open.csv is in the books')).toBeInTheDocument();
  });

  it('says why a file can’t be read', async () => {
    const { user } = await renderPage(ImportPage, {
      at: '/import',
      answers: {
        Viewer,
        PreviewImport: () => ({
          previewReceivablesImport: {
            __typename: 'InvalidInput',
            code: 'NO_HEADER',
            message: 'The first line has no column names.',
            field: 'input.file',
          },
        }),
      },
    });
    await user.upload(await screen.findByLabelText('Receivables file'), csv());
    expect(await screen.findByRole('alert')).toHaveTextContent('no column names');
  });

  it('is not offered to whom it is not allowed', async () => {
    await renderPage(ImportPage, { at: '/import', answers: { Viewer: () => viewer([]) } });
    expect(await screen.findByText('Your role does not import')).toBeInTheDocument();
  });
});
