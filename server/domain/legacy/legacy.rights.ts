import { BSON } from 'mongodb'
import { adminsOnly, type Book, defineRights } from '#server/testing/rights.ts'

const ADMINS = { allowed: adminsOnly, otherwise: 'refused' } as const

/** A document that was put aside, and the run that did. */
async function seed({ db, marker }: Book) {
  const runId = `${marker}-${crypto.randomUUID()}`
  const raw = Buffer.from(BSON.serialize({ _id: runId, remarks: marker }))
  await db.legacySyncCount.create({ data: { jobRunId: runId, stream: 'contacts', endedAt: new Date() } })
  await db.legacyQuarantine.create({
    data: { stream: 'contacts', sourceId: runId, reason: 'nul-byte', sample: marker, hash: raw, raw },
  })
  const sweep = await db.legacySweep.create({
    data: { stream: 'contacts', startedAt: new Date(), endedAt: new Date(), missing: 40, brake: 'Too many.' },
  })
  const homeless = BSON.serialize({ _id: `home-${runId}`, price: 0 })
  await db.legacyQuarantine.create({
    data: {
      ...{ stream: 'listings', sourceId: `s:home-${runId}`, reason: 'unknown-status', path: 'status' },
      ...{ hash: Buffer.from(homeless), raw: Buffer.from(homeless) },
    },
  })
  const correction = await db.legacyCorrection.create({
    data: { stream: 'agents', sourceId: runId, path: 'name', original: '""', value: `"${marker}"`, madeAt: new Date() },
  })
  await db.legacyField.create({
    data: {
      ...{ stream: 'agents', path: runId, type: 'number', documents: 1, isNew: true },
      ...{ firstSourceId: marker, firstSeenAt: new Date() },
    },
  })
  return { runId, sweepId: sweep.id, correctionId: correction.id }
}
type Rows = Awaited<ReturnType<typeof seed>>

export default defineRights<Rows>({
  seed,
  members: {
    'legacy.streams': ADMINS,
    'legacy.feed': ADMINS,
    'legacy.ofRun': { input: ({ runId }) => ({ runId }), ...ADMINS },
    'legacy.quarantine': { input: () => ({ stream: 'contacts' }), ...ADMINS },
    'legacy.releaseBrake': { input: ({ sweepId }) => ({ sweepId }), ...ADMINS },
    'legacy.corrections': ADMINS,
    'legacy.newFields': ADMINS,
    'legacy.acceptField': { input: ({ runId }) => ({ stream: 'agents', path: runId, type: 'number' }), ...ADMINS },
    'legacy.correct': {
      input: ({ runId }) => ({
        ...{ stream: 'listings', sourceId: `s:home-${runId}`, path: 'status', value: 'Active', scope: 'document' },
      }),
      ...ADMINS,
    },
    'legacy.dropCorrection': { input: ({ correctionId }) => ({ correctionId }), ...ADMINS },
    'legacy.quarantined': { input: ({ runId }) => ({ stream: 'contacts', sourceId: runId }), ...ADMINS },
  },
})
