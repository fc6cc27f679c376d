import { describe, expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import { repair } from '../../testing/anomalies.ts';
import { findAxeViolations } from '../../testing/axe.ts';
import { noAnswerYet } from '../../testing/canned-link.ts';
import { viewer } from '../../testing/viewer.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { toaster } from '../../ui/toaster.ts';
import { Component as AnomalyPage } from './AnomalyPage.tsx';

const at = '/anomalies/a1';
const path = '/anomalies/:id';
type Verdict = (typeof repair)['status'];
const keeper = { Viewer: () => viewer(['ledger:write']) };

const answered = (status: Verdict) => ({
  ...repair,
  status,
  reviewedAt: status === 'OPEN' ? null : '2026-01-13T08:00:00Z',
});

const reviewed = (status: Verdict) => ({
  reviewAnomaly: { __typename: 'AnomalyReviewed', anomaly: answered(status) },
});

const drawKept = () =>
  renderPage(AnomalyPage, {
    at,
    path,
    answers: {
      AnomalyPage: () => ({ anomaly: repair }),
      ReviewAnomaly: ({ input }) => reviewed((input as { verdict: Verdict }).verdict),
      ...keeper,
    },
  });

const verdictsSent = (sent: Awaited<ReturnType<typeof drawKept>>['sent']) =>
  sent.flatMap(({ variables }) => ('input' in variables ? [variables['input']] : []));

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

  it('takes an answer back that is pressed again', async () => {
    const { user, sent } = await drawKept();
    const button = await screen.findByRole('button', { name: 'It was expected' });
    button.focus();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Expected')).toBeInTheDocument();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('To look at')).toBeInTheDocument();
    expect(screen.queryByText('Looked at')).not.toBeInTheDocument();
    expect(button).toHaveFocus();
    expect(verdictsSent(sent)).toMatchObject([{ verdict: 'EXPECTED' }, { verdict: 'OPEN' }]);
  });

  it('goes back by Ctrl+Z to what was said before, once', async () => {
    const { user, sent } = await drawKept();
    await user.click(await screen.findByRole('button', { name: 'It was expected' }));
    expect(await screen.findByText('Expected')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'It is a problem' }));
    expect(await screen.findByText('Confirmed')).toBeInTheDocument();
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText('Expected')).toBeInTheDocument();
    await user.keyboard('{Control>}z{/Control}');
    const said = ['EXPECTED', 'CONFIRMED', 'EXPECTED'].map((verdict) => ({ verdict }));
    expect(verdictsSent(sent)).toMatchObject(said);
  });

  it('offers to undo the last word alone', async () => {
    // A note goes by itself after two seconds: seeing it gone would show nothing.
    const dismiss = jest.spyOn(toaster, 'dismiss');
    const thank = jest.spyOn(toaster, 'success');
    const { user } = await drawKept();
    await user.click(await screen.findByRole('button', { name: 'It was expected' }));
    expect(await screen.findByText('Expected')).toBeInTheDocument();
    expect(dismiss).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'It is a problem' }));
    expect(await screen.findByText('Confirmed')).toBeInTheDocument();
    expect(dismiss.mock.calls).toEqual([[thank.mock.results[0]?.value]]);
    jest.restoreAllMocks();
  });

  it('goes back by the button of the note that thanks', async () => {
    const { user } = await drawKept();
    await user.click(await screen.findByRole('button', { name: 'It is a problem' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('To look at')).toBeInTheDocument();
  });

  it('shows what somebody else says of it meanwhile', async () => {
    const { emit } = await drawKept();
    expect(await screen.findByText('To look at')).toBeInTheDocument();
    await emit('AnswerCame', { anomalyReviewed: answered('CONFIRMED') });
    expect(await screen.findByText('Confirmed')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'It is a problem', pressed: true })).toBeVisible();
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
