import type { RootDb } from '#server/db.ts'
import type { JobResult } from '#server/domain/jobs/jobs.result.ts'

/** What became of a file. */
export async function fileInWords({ db }: { db: RootDb }, { importId }: { importId: string }): Promise<JobResult> {
  const { rowCount, taken, known, held, refused } = await db.leadImport.findUniqueOrThrow({ where: { id: importId } })
  const words = `Of ${rowCount} rows ${taken} became leads, ${known} were here already, ${held} are held back, ${refused} are no leads.`
  return { words, outcome: refused > 0 ? 'warning' : 'good', counts: { taken, known, held, refused } }
}
