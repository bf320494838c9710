import { readdir, readFile } from 'node:fs/promises'
import { Client } from 'pg'
import { connectDb, type RootDb } from '#server/db.ts'
import { env } from '#server/env.ts'

/** The migrated, empty database that others are cloned from. */
export const TEMPLATE = 'palmetto_template'

const at = (database: string, base = env.DATABASE_URL) =>
  Object.assign(new URL(base), { pathname: `/${database}` }).href

async function runSql(url: string, statements: string[]) {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

/** Applies the committed migrations to `url`: tests check the SQL that ships. */
export async function migrate(url: string) {
  const root = new URL('../../prisma/migrations/', import.meta.url)
  const folders = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const names = folders.map(({ name }) => name).sort()
  await runSql(url, await Promise.all(names.map((name) => readFile(new URL(`${name}/migration.sql`, root), 'utf8'))))
}

export const createDatabase = (adminUrl: string, name: string, template?: string) =>
  runSql(adminUrl, [`CREATE DATABASE "${name}"${template ? ` TEMPLATE "${template}" STRATEGY FILE_COPY` : ''}`])

/**
 * A database of the test's own, for what looks at everything at once (a run, the sync, a feed). Dropped with the
 * cluster at the end of the run.
 */
export async function ownDatabase(): Promise<{ db: RootDb; url: string; close: () => Promise<void> }> {
  const name = `own_${crypto.randomUUID().slice(0, 13).replaceAll('-', '')}`
  await createDatabase(at('postgres'), name, TEMPLATE)
  const url = at(name)
  const db = connectDb(url, 20)
  return { db, url, close: () => db.$disconnect() }
}
