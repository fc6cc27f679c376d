import { readFile, stat } from 'node:fs/promises';
import { log } from '@finflow/shared/log';

export type WatchOptions = {
  readonly onChange: (text: string) => Promise<unknown>;
  readonly pollMs: number;
};

export type FileWatch = {
  /** Reads and tells the file now, changed or not. */
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
  let lastRead: Promise<unknown> = Promise.resolve();

  async function look(): Promise<void> {
    const now = await identityOf(file);
    const isSettled = now !== null && now === seen;
    seen = now;
    if (!isSettled || now === told) return;
    told = now;
    await tell();
  }

  /** Reads one after the other, so that no older text is told after a newer one. What is done with it is not waited for. */
  function tell(): Promise<void> {
    const read = lastRead.then(async () => {
      const text = await readFile(file, 'utf8');
      void guarded(() => onChange(text));
    });
    lastRead = read.catch(() => undefined); // Its caller hears of it.
    return read;
  }

  const guarded = async (work: () => Promise<unknown>): Promise<void> => {
    await work().catch(
      (error: unknown) => void log.error('could not read a watched file', { file, error }),
    );
  };
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
