import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { FeedWindow } from '#server/domain/alerts/matching/matcher.ts'

const SCRIPT = fileURLToPath(new URL('./matcher.process.ts', import.meta.url))
const PATIENCE_MS = 1_200_000

const measuredSchema = z.object({
  /** A matcher that has just been started reads all searches. */
  coldMs: z.number(),
  /** One that has them asks what has changed; the middle of five. */
  warmMs: z.number(),
  pairs: z.number(),
  matchingMb: z.number(),
  tick: z.object({ ms: z.number(), matchMs: z.number(), matches: z.number(), people: z.number(), mb: z.number() }),
})
export type Measured = z.infer<typeof measuredSchema>

/** Measures the matcher, and then a whole tick, in a process that does nothing else: its memory is theirs. */
export async function measureMemory(databaseUrl: string, { from, to }: FeedWindow): Promise<Measured> {
  const args = [SCRIPT, databaseUrl, String(from), String(to)]
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: PATIENCE_MS })
  return measuredSchema.parse(JSON.parse(stdout))
}
