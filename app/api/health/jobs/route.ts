import { db } from '#server/db.ts'
import { answerJobsHealth } from '#server/health.ts'

export const dynamic = 'force-dynamic'

export const GET = () => answerJobsHealth(db)
