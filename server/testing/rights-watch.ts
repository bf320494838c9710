import type { RootDb } from '#server/db.ts'

/**
 * Notes each table of which a row was inserted, changed or deleted, from inside the database: no writer can forget
 * to tell, and what was rolled back leaves no note.
 */
export async function watchWrites(db: RootDb) {
  await db.$executeRaw`CREATE TABLE rights_touched (name text NOT NULL)`
  await db.$executeRaw`
    CREATE FUNCTION note_touch() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN INSERT INTO rights_touched VALUES (TG_TABLE_NAME); RETURN NULL; END $$`
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(relname) AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
       AND relname NOT IN ('rights_touched', '_prisma_migrations')`
  // A partition takes its parent's trigger over.
  for (const { name } of tables) {
    await db.$executeRawUnsafe(
      `CREATE TRIGGER rights_watch AFTER INSERT OR UPDATE OR DELETE ON ${name} FOR EACH ROW EXECUTE FUNCTION note_touch()`,
    )
  }
  return {
    /** The tables that were written since the last question. */
    async touched(): Promise<string[]> {
      const rows = await db.$queryRaw<{ name: string }[]>`DELETE FROM rights_touched RETURNING name`
      return [...new Set(rows.map(({ name }) => name))].sort()
    },
  }
}
