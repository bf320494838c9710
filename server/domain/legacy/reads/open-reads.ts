import { connectLegacyReads, type LegacyReads } from '#server/adapters/mongo/mongo.reads.ts'
import { env } from '#server/env.ts'

const globalForReads = globalThis as { palmettoReads?: LegacyReads }

/** The one connection by which pages read the old system. Opened by the first who asks; a reload keeps it. */
export function openReads(): LegacyReads {
  globalForReads.palmettoReads ??= connectLegacyReads({
    url: env.LEGACY_MONGO_URL,
    database: env.LEGACY_MONGO_DATABASE,
  })
  return globalForReads.palmettoReads
}
