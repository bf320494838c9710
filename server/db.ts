import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '#server/env.ts'
import { type Prisma, PrismaClient } from '#server/generated/prisma/client.ts'
import { nameStatements } from '#server/statement-names.ts'

/** Opens a client with a pool of its own. The driver's defaults would wait for a connection forever. */
export const connectDb = (connectionString: string, max = env.DATABASE_POOL) =>
  new PrismaClient({
    adapter: new PrismaPg(
      { connectionString, max, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000 },
      { statementNameGenerator: nameStatements() },
    ),
    transactionOptions: { maxWait: 5_000, timeout: 60_000 },
  })

const globalForDb = globalThis as { palmettoDb?: PrismaClient }

// Next reloads modules on every edit; without the global each reload would open a new pool.
globalForDb.palmettoDb ??= connectDb(env.DATABASE_URL)
export const db: RootDb = globalForDb.palmettoDb

/** What a service needs from Prisma: satisfied by the client and by a transaction alike. */
export type Db = Prisma.TransactionClient
export type RootDb = PrismaClient
