import { existsSync, readdirSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AuditSuite } from './kit.ts';

const kit = new URL('kit.ts', import.meta.url).href;
const replaced = /^\.\.\/(?:\.\.\/)+(?:subgraph|supergraph|testkit|env)\.js$/;

/**
 * The suites of a checkout of the audit, by name. Its sources are read as they are: what they import of the audit's own servers is the
 * kit, and packages are those of this repository.
 */
export async function readSuites(
  checkout: string,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, AuditSuite>> {
  const folder = join(checkout, 'src/test-suites');
  readAuditSources(pathToFileURL(folder).href);
  const names = wanted.length > 0 ? wanted : readdirSync(folder).toSorted();
  const suites = new Map<string, AuditSuite>();
  for (const name of names) {
    const index = join(folder, name, 'index.ts');
    if (!existsSync(index)) continue;
    const { default: suite } = (await import(index)) as { readonly default: AuditSuite };
    suites.set(name, suite);
  }
  return suites;
}

function readAuditSources(folder: string): void {
  registerHooks({
    resolve: (specifier, context, next) => {
      const { parentURL } = context;
      if (!parentURL?.startsWith(folder)) return next(specifier, context);
      if (replaced.test(specifier)) return { url: kit, shortCircuit: true };
      if (!specifier.startsWith('.')) {
        return next(specifier, { ...context, parentURL: import.meta.url });
      }
      const source = new URL(specifier.replace(/\.js$/, '.ts'), parentURL);
      return existsSync(fileURLToPath(source))
        ? { url: source.href, shortCircuit: true }
        : next(specifier, context);
    },
  });
}
