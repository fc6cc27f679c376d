import { waitFor } from '@testing-library/react';
import axe from 'axe-core';

/** The accessibility faults of what is drawn. Colours can't be judged in jsdom: the browser journeys do. */
export async function findAxeViolations(container: Element): Promise<string[]> {
  if (container === document.body) await waitForSheet();
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** A sheet hides the page behind it a frame after it is drawn: before that axe would judge both as one. */
const waitForSheet = () =>
  waitFor(() => {
    const isOpen = document.querySelector('[role="dialog"]') !== null;
    const hidden = [...document.body.children].filter(
      (child) => child.getAttribute('aria-hidden') === 'true' || child.hasAttribute('inert'),
    );
    if (isOpen && hidden.length === 0) throw new Error('The page behind the sheet is not hidden.');
  });
