/** The part of a MikroORM that migrations need; its full type depends on the subgraph's entities. */
type Migratable = {
  readonly migrator: { up(): Promise<unknown> };
  close(force?: boolean): Promise<void>;
};

/** Brings a database up to date with the owner's connection, then closes it. Forward only; safe to repeat. */
export async function migrate(ownerOrm: Migratable): Promise<void> {
  try {
    await ownerOrm.migrator.up();
  } finally {
    await ownerOrm.close(true);
  }
}
