import type { Db } from '#server/db.ts'
import type { ConsentSource } from '#server/generated/prisma/enums.ts'

/** Who wanted a search, and where that is on record. */
export type Consent = {
  source: ConsentSource
  consentedAt: Date
  consentText: string
  networkHash?: Uint8Array<ArrayBuffer> | null
  /** The inquiry or the sign-up. */
  recordId?: string
  statedById?: string
}

type Statement = { statement: string; statedById: string; at: Date }

/** An agent's word for it. */
export const agentStatement = ({ statement, statedById, at }: Statement): Consent => ({
  ...{ source: 'AgentStatement', consentedAt: at, consentText: statement, statedById },
})

/** Keeps who wanted a search, in the transaction that makes it. It is never written over. */
export const recordConsent = (tx: Db, searchId: string, consent: Consent) =>
  tx.searchConsent.create({ data: { searchId, criteriaVersion: 1, ...consent }, select: { searchId: true } })

/** The same for searches that a source brings in bulk. */
export const recordImports = (tx: Db, searches: readonly { id: string; createdAt: Date }[]) =>
  tx.searchConsent.createMany({
    data: searches.map(({ id, createdAt }) => ({
      ...{ searchId: id, source: 'LegacyImport', consentedAt: createdAt, consentText: 'Set up in the old system' },
    })),
  })
