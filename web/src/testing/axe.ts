import axe from 'axe-core';

/** The accessibility faults of what is drawn. Colours can't be judged in jsdom: the browser journeys do. */
export async function findAxeViolations(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
