import { expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render-page.tsx';
import { Component as Shell } from './Shell.tsx';

const open = (totalCount: number) => ({
  open: { __typename: 'AnomalyConnection' as const, totalCount },
});

it('counts live what waits for a look, and is silent when nothing does', async () => {
  jest.spyOn(window, 'scrollTo').mockImplementation(() => undefined); // jsdom has none.
  let waiting = open(0);
  const view = await renderPage(Shell, {
    answers: { Shell: () => ({ me: null }), OpenAnomalies: () => waiting },
  });
  expect(screen.getByRole('link', { name: 'Anomalies' })).toBeInTheDocument();
  waiting = open(2);
  await view.emit('AnomalyCame', { anomalyDetected: { __typename: 'Anomaly', id: 'a1' } });
  expect(
    await screen.findByRole('link', { name: /^Anomalies\s*2 to look at$/ }, { timeout: 5_000 }),
  ).toBeInTheDocument();
  waiting = open(1);
  const reviewed = { __typename: 'Anomaly', id: 'a1' };
  await view.emit('AnswerWasGiven', { anomalyReviewed: reviewed });
  expect(
    await screen.findByRole('link', { name: /^Anomalies\s*1 to look at$/ }, { timeout: 5_000 }),
  ).toBeInTheDocument();
});
