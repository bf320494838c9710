import type { Db } from '#server/db.ts'

type Held = { id: string; state: 'offered' | 'pond'; pondId: string | null; because: string }

/** A lead of this person that nobody has yet, locked: whoever takes it at this moment is waited for. */
export async function findHeld(tx: Db, contactId: string): Promise<Held | null> {
  const [held] = await tx.$queryRaw<Held[]>`
    SELECT id::text, state::text, pond_id::text AS "pondId", because FROM inquiry
     WHERE contact_id = ${contactId}::uuid AND state IN ('offered', 'pond') AND joins_id IS NULL
     ORDER BY received_at, id LIMIT 1 FOR UPDATE`
  return held ?? null
}

type Join = { inquiryId: string; contactId: string; held: Held; at: Date }

/** Hangs a second inquiry on the lead that is held out: who gets that one gets both. */
export async function joinHeld(tx: Db, { inquiryId, contactId, held, at }: Join): Promise<void> {
  const { id: joinsId, state, pondId, because } = held
  await tx.inquiry.update({
    where: { id: inquiryId },
    data: {
      state,
      joinsId,
      pondId,
      pondedAt: pondId ? at : null,
      because,
      contactId,
      isNewPerson: false,
      takenInAt: at,
    },
  })
}
