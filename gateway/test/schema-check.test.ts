import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compareSchemas } from '../src/release/compare-schemas.ts';
import { checkSchemas, publicSchemas, releaseSchemas } from '../src/release/schema-check.ts';

const released = `
  type Query { invoice(id: ID!): Invoice invoices: [Invoice!]! }
  type Invoice { id: ID! status: Status! note: String }
  enum Status { OPEN PAID }`;

const levelsOf = async (present: string) =>
  (await compareSchemas(released, present)).map(({ level, path }) => `${level} ${path}`);

describe('the comparison with the last release', () => {
  it('says nothing of the same schema', async () => {
    expect(await levelsOf(released)).toEqual([]);
  });

  it.each([
    ['a field that is gone', 'note: String', '', 'breaking Invoice.note'],
    ['another type', 'note: String', 'note: Int', 'breaking Invoice.note'],
    ['a value that is gone', 'OPEN PAID', 'OPEN', 'breaking Status.PAID'],
    ['a new required argument', '(id: ID!)', '(id: ID!, at: Int!)', 'breaking Query.invoice.at'],
    ['a new value', 'OPEN PAID', 'OPEN PAID VOID', 'dangerous Status.VOID'],
    ['a new optional argument', '(id: ID!)', '(id: ID!, at: Int)', 'dangerous Query.invoice.at'],
    ['a new field', 'note: String', 'note: String at: Int', 'safe Invoice.at'],
  ])('finds %s', async (_what, before, after, change) => {
    expect(await levelsOf(released.replace(before, after))).toEqual([change]);
  });

  it('puts the worst first', async () => {
    const present = released.replace('note: String', 'at: Int').replace('PAID', 'PAID VOID');
    expect(await levelsOf(present)).toEqual([
      'breaking Invoice.note',
      'dangerous Status.VOID',
      'safe Invoice.at',
    ]);
  });
});

describe('FinFlow’s public schemas', () => {
  const root = resolve(import.meta.dirname, '../..');
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'finflow-schemas-'));
    for (const path of publicSchemas.flatMap((one) => [one.present, one.released])) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      cpSync(join(root, path), join(copy, path));
    }
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  /** As `npm run schema:check` and CI run it. */
  const commandFor = (folder: string) =>
    spawnSync(process.execPath, [join(root, 'gateway/src/release/schema-check.ts'), folder], {
      encoding: 'utf8',
    });

  it('keep what the last release promised', async () => {
    const { lines, isBreaking } = await checkSchemas(root);
    expect({ lines, isBreaking }).toMatchObject({ isBreaking: false });
  });

  it('break when a field is taken away from partners alone, until that is released', async () => {
    const file = join(copy, 'gateway/partner.graphql');
    const present = readFileSync(file, 'utf8');
    writeFileSync(file, present.replace('isOverdue: Boolean!', ''));
    const { lines, isBreaking } = await checkSchemas(copy);
    expect(isBreaking).toBe(true);
    expect(lines).toContain(
      "  breaking  Invoice.isOverdue: Field 'isOverdue' was removed from object type 'Invoice'",
    );
    expect(commandFor(copy)).toMatchObject({ status: 1, stdout: `${lines.join('\n')}\n` });
    releaseSchemas(copy);
    expect(commandFor(copy).status).toBe(0);
    expect(await checkSchemas(copy)).toEqual({
      isBreaking: false,
      lines: [
        'API: 0 breaking, 0 dangerous, 0 safe changes since the last release.',
        'partner API: 0 breaking, 0 dangerous, 0 safe changes since the last release.',
      ],
    });
  });
});
