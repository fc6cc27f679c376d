import { Button } from '@chakra-ui/react';
import { expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { system } from '../theme/system.ts';
import { AppShell } from './AppShell.tsx';
import { Panel } from './Panel.tsx';

// Text of twice the size on a phone: nothing may need scrolling sideways (WCAG 1.4.4, 1.4.10).

it.each(['2xs', 'xs', 'sm', 'md', 'lg'])(
  'lets the words of a button of size %s go on in a second line',
  (size) => {
    const button = system.cva(system.getRecipe('button'))({ size });
    expect(button['@layer recipes']).toMatchObject({ whiteSpace: 'normal', height: 'auto' });
  },
);

it('puts what stands beside a panel’s title below it where both have no room', async () => {
  await renderPage(
    () => (
      <Panel title="Cash flow" aside={<Button>Show as table</Button>}>
        €1
      </Panel>
    ),
    {},
  );
  expect(screen.getByRole('heading').parentElement).toHaveStyle({ flexWrap: 'wrap' });
});

it('gives the pages at the bottom a second row', async () => {
  await renderPage(
    () => (
      <AppShell account={{ name: 'Ada', organization: 'Holm' }} onSignOut={() => undefined}>
        Content
      </AppShell>
    ),
    {},
  );
  const bar = screen.getByRole('navigation', { name: 'Pages, short', hidden: true });
  expect(within(bar).getAllByRole('link', { hidden: true })).toHaveLength(4);
  expect(bar).toHaveStyle({ flexWrap: 'wrap' });
});
