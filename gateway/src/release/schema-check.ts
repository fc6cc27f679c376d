import { copyFileSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compareSchemas, type SchemaChange } from './compare-schemas.ts';

/** The public schemas: where they are made, and what the last release promised. */
export const publicSchemas = [
  { name: 'API', present: 'web/schema.graphql', released: 'docs/released/schema.graphql' },
  {
    name: 'partner API',
    present: 'gateway/partner.graphql',
    released: 'docs/released/partner.graphql',
  },
] as const;

/**
 * Compares the public schemas under `root` with those of the last release.
 * @returns what to tell the developer, and whether clients of the last release could fail
 */
export async function checkSchemas(
  root: string,
): Promise<{ readonly lines: readonly string[]; readonly isBreaking: boolean }> {
  const text = (path: string) => readFileSync(resolve(root, path), 'utf8');
  const reports = await Promise.all(
    publicSchemas.map(async ({ name, present, released }) => {
      const changes = await compareSchemas(text(released), text(present));
      return { changes, lines: [summaryOf(name, changes), ...changes.flatMap(lineOf)] };
    }),
  );
  return {
    lines: reports.flatMap(({ lines }) => lines),
    isBreaking: reports.some(({ changes }) => changes.some(({ level }) => level === 'breaking')),
  };
}

function summaryOf(name: string, changes: readonly SchemaChange[]): string {
  const count = (level: SchemaChange['level']) =>
    changes.filter((change) => change.level === level).length;
  const counts = `${count('breaking')} breaking, ${count('dangerous')} dangerous, ${count('safe')} safe`;
  return `${name}: ${counts} changes since the last release.`;
}

/** Safe changes are counted only: there are many, and nobody has to do anything about them. */
const lineOf = ({ level, path, message }: SchemaChange): string[] =>
  level === 'safe' ? [] : [`  ${level.padEnd(9)} ${path}: ${message}`];

/** Makes the present schemas the promise that later ones are held to. */
export function releaseSchemas(root: string): void {
  for (const { present, released } of publicSchemas) {
    copyFileSync(resolve(root, present), resolve(root, released));
  }
}

/** Of this tree, unless the command names the root of another. */
if (import.meta.main) {
  const [root = resolve(import.meta.dirname, '../../..')] = process.argv
    .slice(2)
    .filter((given) => !given.startsWith('--'));
  if (process.argv.includes('--release')) releaseSchemas(root);
  const { lines, isBreaking } = await checkSchemas(root);
  process.stdout.write(`${lines.join('\n')}\n`);
  if (isBreaking) {
    process.stderr.write(
      'Clients of the last release could fail. Keep what they use, and mark it @deprecated.\n',
    );
    process.exitCode = 1;
  }
}
