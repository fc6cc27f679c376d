import { readFile, stat } from 'node:fs/promises';
import { log } from '@finflow/shared/log';

export type WatchOptions = {
  readonly onChange: (text: string) => Promise<unknown>;
  readonly pollMs: number;
};

export type FileWatch = {
  /** Reads the file now, changed or not. */
  readonly check: () => Promise<void>;
  stop(): void;
};

/**
 * Tells the file's text each time it has become another file, and has stayed so for one look. It looks by the clock: a file that is
 * replaced by renaming, an editor's, and a ConfigMap's chain of symlinks look alike so, and network file systems send no events.
 * A file that is away for a moment is waited for. The first look tells, too: the file may have changed since it was read before.
 */
export function watchFile(file: string, { onChange, pollMs }: WatchOptions): FileWatch {
  let told: string | null = null;
  let seen: string | null = null;
  let isLooking = false;

  async function look(): Promise<void> {
    const now = await identityOf(file);
    const isSettled = now !== null && now === seen;
    seen = now;
    if (!isSettled || now === told) return;
    told = now;
    await tell();
  }

  async function tell(): Promise<void> {
    await onChange(await readFile(file, 'utf8'));
  }

  const guarded = (work: () => Promise<void>) =>
    work().catch(
      (error: unknown) => void log.error('could not read a watched file', { file, error }),
    );
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    void guarded(look).finally(() => {
      isLooking = false;
    });
  }, pollMs).unref();
  return { check: () => guarded(tell), stop: () => clearInterval(timer) };
}

/** Another when the file was replaced or written; null while there is none. Follows symlinks. */
async function identityOf(file: string): Promise<string | null> {
  try {
    const { dev, ino, size, mtimeMs } = await stat(file);
    return [dev, ino, size, mtimeMs].join(' ');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
