import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { repair } from '../../testing/anomalies.ts';
import { findAxeViolations } from '../../testing/axe.ts';
import { noAnswerYet } from '../../testing/canned-link.ts';
import { page } from '../../testing/invoices.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { useOpenAnomalies } from '../shell/use-open-anomalies.ts';
import { Component as AnomaliesPage } from './AnomaliesPage.tsx';

const listOf = (total: number, ...anomalies: (typeof repair)[]) => ({
  anomalies: page('Anomaly', anomalies),
  everything: { __typename: 'AnomalyConnection' as const, totalCount: total },
});

function PageInShell() {
  const open = useOpenAnomalies();
  return (
    <>
      <p>{open} open</p>
      <AnomaliesPage />
    </>
  );
}

describe('the list of anomalies', () => {
  it('says of each what is odd, and leads to its evidence', async () => {
    const { container, sent } = await renderPage(AnomaliesPage, {
      at: '/anomalies',
      answers: { Anomalies: () => listOf(1, repair) },
    });
    const link = await screen.findByRole('link', { name: /^“Repair of the planer” is new/ });
    expect(link).toHaveAttribute('href', '/anomalies/a1');
    expect(screen.getByText('New payee')).toBeInTheDocument();
    expect(sent[0]?.variables).toEqual({ filter: { status: ['OPEN'] } });
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it('asks for those that its address says', async () => {
    const { sent } = await renderPage(AnomaliesPage, {
      at: '/anomalies?status=CONFIRMED',
      answers: { Anomalies: () => listOf(1) },
    });
    expect(await screen.findByText('None of these')).toBeInTheDocument();
    expect(sent[0]?.variables).toEqual({ filter: { status: ['CONFIRMED'] } });
  });

  it('shows one that was found a moment ago', async () => {
    let list = listOf(0);
    const view = await renderPage(AnomaliesPage, {
      at: '/anomalies',
      answers: { Anomalies: () => list },
    });
    expect(await screen.findByText('Nothing odd so far')).toBeInTheDocument();
    list = listOf(1, repair);
    await view.emit('AnomalyFound', { anomalyDetected: repair });
    expect(await screen.findByRole('link', { name: /^“Repair/ })).toBeInTheDocument();
  });

  it('leaves out one that somebody else answered a moment ago', async () => {
    let list = listOf(1, repair);
    const view = await renderPage(AnomaliesPage, {
      at: '/anomalies',
      answers: { Anomalies: () => list },
    });
    expect(await screen.findByRole('link', { name: /^“Repair/ })).toBeInTheDocument();
    list = listOf(1);
    await view.emit('AnomalyAnswered', { anomalyReviewed: { ...repair, status: 'EXPECTED' } });
    expect(await screen.findByText('All looked at')).toBeInTheDocument();
  });

  it('hands the focus to the row that takes the place of one that a colleague answered', async () => {
    const [first, last] = ['first', 'last'].map((id) => ({ ...repair, id, reason: `The ${id}` }));
    const rows = [first ?? repair, repair, last ?? repair];
    let list = listOf(3, ...rows);
    const view = await renderPage(AnomaliesPage, {
      at: '/anomalies',
      answers: { Anomalies: () => list },
    });
    const answered = async (...left: (typeof repair)[]) => {
      list = listOf(left.length, ...left);
      await view.emit('AnomalyAnswered', { anomalyReviewed: { ...repair, status: 'EXPECTED' } });
    };
    const link = (name: RegExp) => screen.findByRole('link', { name });
    (await link(/^“Repair/)).focus();
    await answered(...rows.filter((one) => one !== repair));
    await waitFor(async () => expect(await link(/^The last/)).toHaveFocus());
    await answered(...rows.slice(0, 1));
    await waitFor(async () => expect(await link(/^The first/)).toHaveFocus());
  });

  it('leaves the focus alone that is elsewhere when a row goes', async () => {
    const other = { ...repair, id: 'other', reason: 'The other' };
    let list = listOf(2, repair, other);
    const view = await renderPage(AnomaliesPage, {
      at: '/anomalies',
      answers: { Anomalies: () => list },
    });
    const link = await screen.findByRole('link', { name: /^“Repair/ });
    link.focus();
    link.blur();
    list = listOf(1, other);
    await view.emit('AnomalyAnswered', { anomalyReviewed: { ...repair, status: 'EXPECTED' } });
    await waitFor(() => expect(link).not.toBeInTheDocument());
    expect(document.body).toHaveFocus();
  });

  it('keeps its rows when the navigation counts the open ones anew', async () => {
    let list = listOf(0);
    const view = await renderPage(PageInShell, {
      at: '/anomalies',
      answers: {
        Anomalies: () => list,
        OpenAnomalies: () => ({ open: { ...list.everything } }),
      },
    });
    expect(await screen.findByText('0 open')).toBeInTheDocument();
    list = listOf(1, repair);
    await view.emit('AnomalyFound', { anomalyDetected: repair });
    expect(await screen.findByRole('link', { name: /^“Repair/ })).toBeInTheDocument();
    await view.emit('AnomalyCame', { anomalyDetected: { __typename: 'Anomaly', id: repair.id } });
    expect(await screen.findByText('1 open')).toBeInTheDocument();
    await waitFor(() =>
      expect(view.sent.filter(({ name }) => name === 'OpenAnomalies')).toHaveLength(2),
    );
    expect(screen.getByRole('link', { name: /^“Repair/ })).toBeInTheDocument();
  });

  it('says so when all were looked at', async () => {
    await renderPage(AnomaliesPage, {
      at: '/anomalies',
      answers: { Anomalies: () => listOf(3) },
    });
    expect(await screen.findByText('All looked at')).toBeInTheDocument();
  });

  it('shows its shape while it waits', async () => {
    await renderPage(AnomaliesPage, { answers: { Anomalies: () => noAnswerYet } });
    expect(screen.getByText('Loading anomalies')).toBeInTheDocument();
  });

  it('offers another try when it could not be loaded', async () => {
    await renderPage(AnomaliesPage, { answers: { Anomalies: () => new Error('offline') } });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });
});
