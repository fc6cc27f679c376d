import { resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import {
  type Browser,
  type BrowserContext,
  type Page,
  chromium as playwright,
} from 'playwright-core';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium from npm: nothing else has to be installed. */
export const openBrowser = async (): Promise<Browser> =>
  playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true });

export const houseUrl = (): string => {
  const url = process.env['FINFLOW_HOUSE_URL'];
  if (!url) throw new Error('Run the journeys by npm run test:e2e: it starts the house.');
  return url;
};

/** A person with a browser of their own: nothing is shared with other visitors. */
export type Visitor = { readonly context: BrowserContext; readonly page: Page };

export async function newVisitor(
  browser: Browser,
  options: { readonly width?: number; readonly dark?: boolean } = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: houseUrl(),
    viewport: { width: options.width ?? 1280, height: 900 },
    colorScheme: options.dark ? 'dark' : 'light',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(45_000);
  return { context, page: await context.newPage() };
}

/** Keeps the page's sockets from connecting until what is returned is called, as a bad connection does. */
export async function holdSockets(page: Page): Promise<() => void> {
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  await page.routeWebSocket('**/graphql', async (socket) => {
    await opened;
    socket.connectToServer();
  });
  return open;
}

/**
 * Waits until all that fades or moves has come to its end, and nothing else has begun in the frames after: what is drawn first begins to
 * fade later, and what has faded out is taken away later. What turns for ever, as a spinner, isn't waited for.
 */
const stillness = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const isMoving = () =>
      document.getAnimations().some(({ effect, playState }) => {
        const isEndless = effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
        return !isEndless && playState === 'running';
      });
    for (let quiet = 0; quiet < 3; quiet = isMoving() ? 0 : quiet + 1) {
      await new Promise(requestAnimationFrame);
    }
  });

/** What axe finds wrong with the page once it stands still, as "rule: element"; empty is right. */
export async function axeViolations(page: Page): Promise<string[]> {
  await stillness(page); // Colours of a sheet that still fades in are others.
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
}

/** Where SCREENSHOTS names a folder, keeps a picture there to be looked at. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder) await page.screenshot({ path: resolve(folder, `${name}.png`), fullPage: true });
}
