import { adminsOnly, type Book, defineRights } from '#server/testing/rights.ts'

const ADMINS = { allowed: adminsOnly, otherwise: 'refused' } as const

/** A run that failed, with words that only admins may read. */
async function seed({ db, marker }: Book) {
  const runId = `${marker}-${crypto.randomUUID()}`
  const at = new Date()
  await db.jobRun.create({
    data: {
      ...{ runId, functionId: 'watch-jobs', trigger: 'cron', status: 'failed', outcome: 'bad' },
      ...{ words: marker, errorMessage: marker, startedAt: at, endedAt: at },
    },
  })
  return { runId }
}
type Rows = Awaited<ReturnType<typeof seed>>
const aSchedule = () => ({ functionId: 'watch-jobs' })

export default defineRights<Rows>({
  seed,
  members: {
    'jobs.overview': ADMINS,
    'jobs.pulse': ADMINS,
    'jobs.incidents': ADMINS,
    'jobs.house': ADMINS,
    'jobs.year': ADMINS,
    'jobs.run': { input: ({ runId }) => ({ runId }), ...ADMINS },
    'jobs.runNow': { input: aSchedule, ...ADMINS },
    'jobs.retry': { input: ({ runId }) => ({ runId }), ...ADMINS },
    'jobs.pause': { input: aSchedule, ...ADMINS },
    'jobs.resume': { input: aSchedule, ...ADMINS },
  },
})
