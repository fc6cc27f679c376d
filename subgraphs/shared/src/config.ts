import { statSync } from 'node:fs';

/** How to read one environment variable: its text to a value, or a sentence of what it must be. */
export type Setting<T> = {
  readonly parse: (text: string) => T | undefined;
  /** What it must be, for the error line: "a port number". */
  readonly shape: string;
  readonly fallback?: T;
};

type Values<S extends Record<string, Setting<unknown>>> = {
  readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never;
};

/** A variable is missing or malformed: the process must stop with this one line. */
export class ConfigError extends Error {}

/**
 * Reads the named environment variables.
 * @throws ConfigError with one line that names the first variable that is missing or malformed; never its value
 */
export function readConfig<S extends Record<string, Setting<unknown>>>(
  env: Record<string, string | undefined>,
  settings: S,
): Values<S> {
  const entries = Object.entries(settings).map(([name, setting]) => {
    const text = env[name];
    if (text === undefined || text === '') {
      if ('fallback' in setting) return [name, setting.fallback];
      throw new ConfigError(`${name} is missing: it must be ${setting.shape}. See .env.example.`);
    }
    const value = setting.parse(text);
    if (value === undefined) {
      throw new ConfigError(`${name} is malformed: it must be ${setting.shape}. See .env.example.`);
    }
    return [name, value];
  });
  return Object.fromEntries(entries) as Values<S>;
}

export const text = (shape = 'a text', fallback?: string): Setting<string> =>
  withFallback({ shape, parse: (t) => t }, fallback);

export const oneOf = <T extends string>(choices: readonly T[], fallback?: T): Setting<T> =>
  withFallback(
    { shape: `one of ${choices.join(', ')}`, parse: (t) => choices.find((choice) => choice === t) },
    fallback,
  );

export const port = (fallback?: number): Setting<number> =>
  withFallback(
    {
      shape: 'a port number (0 to 65535)',
      parse: (t) => (/^\d{1,5}$/.test(t) && Number(t) <= 65535 ? Number(t) : undefined),
    },
    fallback,
  );

/** A whole number from 0 on. */
export const count = (fallback?: number): Setting<number> =>
  withFallback(
    {
      shape: 'a whole number, 0 or more',
      parse: (t) => (/^\d{1,9}$/.test(t) ? Number(t) : undefined),
    },
    fallback,
  );

export const url = (protocols: readonly string[], fallback?: string): Setting<string> =>
  withFallback(
    {
      shape: `a URL (${protocols.map((p) => `${p}//…`).join(' or ')})`,
      parse: (t) => (URL.canParse(t) && protocols.includes(new URL(t).protocol) ? t : undefined),
    },
    fallback,
  );

/** A file that is there. */
export const file = (fallback?: string): Setting<string> =>
  withFallback(
    { shape: 'a file that can be found', parse: (t) => (isKind(t, 'file') ? t : undefined) },
    fallback,
  );

/** A folder that is there. */
export const folder = (fallback?: string): Setting<string> =>
  withFallback(
    { shape: 'a folder that can be found', parse: (t) => (isKind(t, 'folder') ? t : undefined) },
    fallback,
  );

function isKind(path: string, kind: 'file' | 'folder'): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return (kind === 'file' ? found?.isFile() : found?.isDirectory()) ?? false;
}

/** Several of one kind, with commas between. */
export const listOf = <T>(item: Setting<T>, fallback?: readonly T[]): Setting<readonly T[]> =>
  withFallback(
    {
      shape: `${item.shape}, or several with commas between`,
      parse: (t) => {
        const items = t.split(',').map((one) => item.parse(one.trim()));
        return items.every((one) => one !== undefined) ? items : undefined;
      },
    },
    fallback,
  );

/** A secret of at least `minLength` characters. It has no fallback, ever. */
export const secret = (minLength = 32): Setting<string> => ({
  shape: `a secret of at least ${minLength} characters`,
  parse: (t) => (t.length >= minLength ? t : undefined),
});

function withFallback<T>(setting: Setting<T>, fallback: T | undefined): Setting<T> {
  return fallback === undefined ? setting : { ...setting, fallback };
}
