import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { repair } from '../../testing/anomalies.ts';
import { findAxeViolations } from '../../testing/axe.ts';
import { noAnswerYet } from '../../testing/canned-link.ts';
import { viewer } from '../../testing/viewer.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { Component as AnomalyPage } from './AnomalyPage.tsx';

const at = '/anomalies/a1';
const path = '/anomalies/:id';
const keeper = { Viewer: () => viewer(['ledger:write']) };

const reviewed = (status: 'EXPECTED' | 'CONFIRMED') => ({
  reviewAnomaly: {
    __typename: 'AnomalyReviewed',
    anomaly: { ...repair, status, reviewedAt: '2026-01-13T08:00:00Z' },
  },
});

describe('an anomaly', () => {
  it('shows what is odd, what it was compared with, and leads to the records', async () => {
    const { container } = await renderPage(AnomalyPage, {
      at,
      path,
      answers: { AnomalyPage: () => ({ anomaly: repair }), ...keeper },
    });
    expect(await screen.findByText(/^“Repair of the planer” is new/)).toBeInTheDocument();
    expect(screen.getByText('About once in 1,300 records')).toBeInTheDocument();
    const links = [
      ['Open the entry', '/ledger/entries/e1'],
      ['Before, on 2025-12-21', '/ledger/entries/e0'],
    ] as const;
    for (const [name, to] of links)
      expect(screen.getByRole('link', { name })).toHaveAttribute('href', to);
    expect(await findAxeViolations(container)).toEqual([]);
  });

  it('takes an answer, and another one', async () => {
    let said: 'EXPECTED' | 'CONFIRMED' = 'EXPECTED';
    const { user, sent } = await renderPage(AnomalyPage, {
      at,
      path,
      answers: {
        AnomalyPage: () => ({ anomaly: repair }),
        ReviewAnomaly: () => reviewed(said),
        ...keeper,
      },
    });
    await user.click(await screen.findByRole('button', { name: 'It was expected' }));
    expect(await screen.findByText('Expected')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'It was expected', pressed: true })).toBeVisible();
    said = 'CONFIRMED';
    await user.click(screen.getByRole('button', { name: 'It is a problem' }));
    expect(await screen.findByText('Confirmed')).toBeInTheDocument();
    const reviews = sent.filter(({ variables }) => 'input' in (variables ?? {}));
    expect(reviews.map(({ variables }) => variables)).toEqual([
      { input: { anomalyId: 'a1', verdict: 'EXPECTED' } },
      { input: { anomalyId: 'a1', verdict: 'CONFIRMED' } },
    ]);
  });

  it('says why an answer was not taken', async () => {
    const refusal = {
      __typename: 'NotFound',
      code: 'ANOMALY_NOT_FOUND',
      message: 'There is no such anomaly.',
      field: 'anomalyId',
    };
    const { user } = await renderPage(AnomalyPage, {
      at,
      path,
      answers: {
        AnomalyPage: () => ({ anomaly: repair }),
        ReviewAnomaly: () => ({ reviewAnomaly: refusal }),
        ...keeper,
      },
    });
    await user.click(await screen.findByRole('button', { name: 'It is a problem' }));
    expect(await screen.findByText('There is no such anomaly.')).toBeInTheDocument();
  });

  it('asks nobody who may not keep the books', async () => {
    await renderPage(AnomalyPage, {
      at,
      path,
      answers: { AnomalyPage: () => ({ anomaly: repair }), Viewer: () => viewer([]) },
    });
    expect(await screen.findByText('Compared with')).toBeInTheDocument();
    expect(screen.queryByText('What do you say?')).not.toBeInTheDocument();
  });

  it('says so when there is none', async () => {
    await renderPage(AnomalyPage, {
      at,
      path,
      answers: { AnomalyPage: () => ({ anomaly: null }) },
    });
    expect(await screen.findByText('There is no such anomaly')).toBeInTheDocument();
  });

  it('shows its shape while it waits, and offers another try after a fault', async () => {
    await renderPage(AnomalyPage, { at, path, answers: { AnomalyPage: () => noAnswerYet } });
    expect(screen.getByText('Loading the anomaly')).toBeInTheDocument();
    await renderPage(AnomalyPage, { at, path, answers: { AnomalyPage: () => new Error('off') } });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });
});
