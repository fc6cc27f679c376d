import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'finflow-rules-'));
  // The rules as they stand, without the type-aware pass: the copy has no packages to take types from.
  const { options: _typeAware, ...rules } = JSON.parse(
    readFileSync(join(root, '.oxlintrc.json'), 'utf8'),
  ) as Record<string, unknown>;
  writeFileSync(join(copy, '.oxlintrc.json'), JSON.stringify(rules));
});
afterAll(() => rmSync(copy, { recursive: true }));

/** What the linter says of a file of one line, at this place in the tree. */
function lint(file: string, line: string): { ok: boolean; output: string } {
  const path = join(copy, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${line}\nexport const used = x;\n`);
  const run = spawnSync(
    process.execPath,
    [oxlint, '--disable-nested-config', '--no-error-on-unmatched-pattern', '-A', 'all', path],
    {
      cwd: copy,
      encoding: 'utf8',
    },
  );
  rmSync(path);
  return { ok: run.status === 0, output: run.stdout + run.stderr };
}

it.each([
  ['subgraphs/accounting/src/x.ts', '@finflow/payments/app'],
  ['subgraphs/payments/src/x.ts', '../../accounting/src/app.ts'],
  ['subgraphs/auth/src/x.ts', '@finflow/gateway/gateway'],
  ['subgraphs/analytics/src/x.ts', '@finflow/local/house'],
  ['subgraphs/shared/src/x.ts', '@finflow/auth/app'],
  ['gateway/src/x.ts', '@finflow/accounting/app'],
  ['web/src/x.ts', '@finflow/shared/database/tenancy'],
  ['web/src/x.ts', '../../gateway/src/gateway.ts'],
  ['subgraphs/accounting/src/invoice/invoice.resolvers.ts', '@mikro-orm/core'],
  ['subgraphs/payments/src/payment/payment.resolvers.ts', 'stripe'],
  ['subgraphs/accounting/src/invoice/invoice.service.ts', 'graphql'],
])('the linter refuses %s importing %s', (file, specifier) => {
  const { ok, output } = lint(file, `import x from '${specifier}';`);
  expect(output).toContain('no-restricted-imports');
  expect(ok).toBe(false);
});

it.each([
  ['subgraphs/accounting/src/x.ts', '@finflow/shared/money'],
  ['web/src/x.ts', '@finflow/shared/money'],
  ['subgraphs/local/src/x.ts', '@finflow/accounting/app'],
  ['subgraphs/payments/src/providers/stripe-provider.ts', 'stripe'],
])('the linter lets %s import %s', (file, specifier) => {
  expect(lint(file, `import x from '${specifier}';`)).toMatchObject({ ok: true });
});
