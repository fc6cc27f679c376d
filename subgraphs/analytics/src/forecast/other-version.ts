import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { askInTurn } from './ask-in-turn.ts';

/**
 * Asks for a new forecast wherever the newest one was made by another version of code and models: after an upgrade nothing in the books
 * tells of it. Runs as the owner, for all organizations.
 */
export async function askWhereMadeOtherwise(em: SqlEntityManager, version: string): Promise<void> {
  await em.execute(askWhereOther, [version]);
}

const askWhereOther = askInTurn('version is distinct from ?');
