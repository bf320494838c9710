import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { parseTarget } from './connection.ts'

// `npm run db:migrate` applies the committed migrations; `npm run db:new -- <name>` writes the next one for reading.
const { positionals } = parseArgs({ allowPositionals: true })
const [what, name] = positionals
const url = process.env.DATABASE_URL
if (!url) throw new Error('Set DATABASE_URL to the database that is meant.')

/** The CLI fails without a clear word when the database does not exist. */
async function ensureDatabase(href: string) {
  const target = parseTarget(href)
  const admin = new pg.Client({ ...target, database: 'postgres' })
  await admin.connect()
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [target.database])
  if (!rowCount) await admin.query(`CREATE DATABASE ${admin.escapeIdentifier(target.database)}`)
  await admin.end()
}

if (what === 'new' && !name) throw new Error('Give the migration a name: npm run db:new -- add_something')
await ensureDatabase(url)
const args = what === 'new' ? ['migrate', 'dev', '--create-only', '--name', name ?? ''] : ['migrate', 'deploy']
const { status } = spawnSync('prisma', args, { stdio: 'inherit' })
process.exit(status ?? 1)
