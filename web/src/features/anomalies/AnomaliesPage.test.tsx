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
