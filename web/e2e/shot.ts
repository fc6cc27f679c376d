import { openBrowser, newVisitor } from './browser.ts';
process.env['FINFLOW_HOUSE_URL'] = 'http://localhost:4300';
const b = await openBrowser();
const { page } = await newVisitor(b, {
  width: Number(process.argv[2] ?? 1280),
  dark: process.argv[3] === 'dark',
});
page.on('console', (m) => console.log('console', m.type(), m.text().slice(0, 300)));
page.on('pageerror', (e) => console.log('pageerror', e.message.slice(0, 300)));
await page.goto('/sign-in');
await page.waitForTimeout(1500);
await page.screenshot({ path: '/tmp/shots/signin.png' });
await page
  .getByRole('button', { name: /sample company/i })
  .or(page.getByRole('link', { name: /sample company/i }))
  .first()
  .click();
await page.waitForTimeout(5000);
await page.screenshot({ path: '/tmp/shots/dash.png', fullPage: true });
for (const p of ['/invoices', '/customers']) {
  await page.goto(p);
  await page.waitForTimeout(3000);
  await page.screenshot({ path: `/tmp/shots${p}.png` });
}
await b.close();
