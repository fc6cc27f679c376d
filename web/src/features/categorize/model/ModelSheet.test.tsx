import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { findAxeViolations } from '../../../testing/axe.ts';
import { type Answers, noAnswerYet } from '../../../testing/canned-link.ts';
import { server, waitingFor } from '../../../testing/expenses.ts';
import { viewer } from '../../../testing/viewer.ts';
import { renderPage } from '../../../testing/render-page.tsx';
import { Component as CategorizePage } from '../CategorizePage.tsx';

const general = {
  __typename: 'CategoryModel',
  version: 0,
  isActive: true,
  trainedAt: null as string | null,
  exampleCount: null as number | null,
  accuracy: null as number | null,
  accuracyBefore: null as number | null,
};
const own = (version: number, isActive = false) => ({
  ...general,
  version,
  isActive,
  trainedAt: `2026-07-0${version}T10:00:00Z`,
  exampleCount: 200 + version,
  accuracy: 0.92,
  accuracyBefore: 0.85,
});
const training = {
  __typename: 'CategoryTraining',
  state: 'COLLECTING',
  decisionsToGo: 37,
  lastTrial: null as object | null,
};
const idle = { ...general, isActive: false };

async function open(models: readonly object[], answers: Answers = {}, progress = training) {
  const view = await renderPage(CategorizePage, {
    at: '/categorize?sheet=models',
    path: '/categorize',
    answers: {
      Categorize: () => waitingFor(server),
      Viewer: () => viewer(['ledger:write']),
      CategoryModels: () => ({ categoryModels: models, categoryTraining: progress }),
      ...answers,
    },
  });
  const sheet = await screen.findByRole('dialog', { name: 'What suggests categories' });
  const times = (name: string) => view.sent.filter((one) => one.name === name).length;
  return { ...view, sheet: within(sheet), times };
}

describe('the models', () => {
  it('are the general one alone at first, and say what it takes to have more', async () => {
    const { sheet } = await open([general]);
    expect(await sheet.findByText('In use')).toBeInTheDocument();
    expect(sheet.getAllByRole('listitem')).toHaveLength(1);
    expect(sheet.getByText(/After 37 more decisions FinFlow also trains/)).toBeInTheDocument();
    expect(sheet.queryByRole('button', { name: /Use this version/ })).toBeNull();
    expect(await findAxeViolations(document.body)).toEqual([]);
  });

  it('say what they learned from and how good they are', async () => {
    const { sheet } = await open([own(1, true), idle]);
    const [first, second] = await sheet.findAllByRole('listitem');
    expect(first).toHaveTextContent(/Own model, version 1.*In use.*201 decisions of yours/);
    expect(first).toHaveTextContent('it suggested 92 % right; the general model 85 %');
    expect(second).toHaveTextContent(/General model.*The same for every company/);
    expect(sheet.getAllByRole('button', { name: /Use this version/ })).toHaveLength(1);
  });

  it('can be gone back to, after asking once more', async () => {
    const chosen = [own(3), own(2, true), own(1), idle].map(
      ({ __typename, version, isActive }) => ({
        __typename,
        version,
        isActive,
      }),
    );
    const view = await open([own(3, true), own(2), own(1), idle], {
      UseCategoryModel: () => ({
        rollbackCategoryModel: { __typename: 'CategoryModelChosen', models: chosen },
      }),
    });
    const { sheet, user } = view;
    const asked = view.times('Categorize');
    await user.click(
      await sheet.findByRole('button', { name: 'Use this version (Own model, version 2)' }),
    );
    await user.click(await screen.findByRole('button', { name: 'Use it' }));
    expect(await screen.findByText('Own model, version 2 is in use')).toBeInTheDocument();
    expect(view.sent.find(({ name }) => name === 'UseCategoryModel')?.variables).toEqual({
      input: { version: 2 },
    });
    await waitFor(() =>
      expect(sheet.getByText('In use').closest('li')).toHaveTextContent('version 2'),
    );
    await waitFor(() => expect(view.times('Categorize')).toBeGreaterThan(asked));
  });

  it('keep one that is gone meanwhile, with the reason', async () => {
    const message = 'There is no such model. It may have been replaced by newer ones.';
    const refusal = { __typename: 'NotFound', code: 'MODEL_NOT_FOUND', message, field: null };
    const { sheet, user } = await open([own(1, true), idle], {
      UseCategoryModel: () => ({ rollbackCategoryModel: refusal }),
    });
    await user.click(await sheet.findByRole('button', { name: /Use this version/ }));
    await user.click(await screen.findByRole('button', { name: 'Use it' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(message);
  });

  it('are only read by who does not keep the books', async () => {
    const { sheet } = await open([own(1, true), idle], {
      Viewer: () => viewer([]),
    });
    expect(await sheet.findByText('In use')).toBeInTheDocument();
    expect(sheet.queryByRole('button', { name: /Use this version/ })).toBeNull();
  });

  it('show their shape, and offer another try', async () => {
    const { sheet } = await open([], { CategoryModels: () => noAnswerYet });
    expect(sheet.getByText('Loading the models')).toBeInTheDocument();
  });

  it('offer another try when they could not be loaded', async () => {
    const { sheet } = await open([], { CategoryModels: () => new Error('offline') });
    expect(await sheet.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });
});

describe('a training', () => {
  const trial = {
    __typename: 'CategoryTrial',
    at: '2026-07-04T10:00:00Z',
    exampleCount: 250,
    accuracy: 0.84,
    accuracyBefore: 0.86,
    isBetter: false,
  };

  it('is followed while it is under way', async () => {
    let now = { models: [general], state: 'UNDER_WAY' };
    const { sheet } = await open([], {
      CategoryModels: () => ({
        categoryModels: now.models,
        categoryTraining: { ...training, state: now.state },
      }),
    });
    expect(await sheet.findByText(/is being trained/)).toBeInTheDocument();
    now = { models: [own(1, true), idle], state: 'COLLECTING' };
    expect(
      await sheet.findByText('Own model, version 1', undefined, { timeout: 15_000 }),
    ).toBeInTheDocument();
  }, 30_000);

  it('that failed is told', async () => {
    const { sheet } = await open([general], {}, { ...training, state: 'FAILED' });
    expect(await sheet.findByText(/The last training failed/)).toBeInTheDocument();
  });

  it('whose model was no better is told, one that was is in the list', async () => {
    const { sheet } = await open([general], {}, { ...training, lastTrial: trial });
    expect(await sheet.findByText(/was no better than the general model/)).toHaveTextContent(
      'on 250 decisions, was no better than the general model (84 % right and 86 %)',
    );
  });
});
