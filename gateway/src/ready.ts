import { NotReady } from '@finflow/shared/http/operations-routes';
import { log } from '@finflow/shared/log';

/** Something that says when it can serve: `ready` rejects with the reason why it can't. */
type Part = { ready(): Promise<void> } | { ping(): Promise<void> };

/**
 * Resolves when all parts can serve.
 * @throws NotReady with the names of those that can't; why is in the log
 */
export async function allReady(parts: Readonly<Record<string, Part>>): Promise<void> {
  const asked = Object.entries(parts).map(async ([name, part]) => {
    try {
      await ('ready' in part ? part.ready() : part.ping());
      return [];
    } catch (error) {
      log.warn('part not ready', { part: name, error });
      return [name];
    }
  });
  const missing = (await Promise.all(asked)).flat();
  if (missing.length > 0) throw new NotReady(missing);
}
