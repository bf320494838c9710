import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { announce } from '#server/outbox.ts'
import { visibleContacts } from '../contacts.policy.ts'
import { contactTouched } from './touches.events.ts'
import { tellTouch } from './touches.facts.ts'
import type { LogTouchInput } from './touches.schema.ts'

const MINUTE_MS = 60_000

type NewTouch = Prisma.TouchUncheckedCreateInput & { id: string; contactId: string }

/** Writes a touch in the caller's transaction, who has made sure that it is theirs to write. Once per id. */
export async function writeTouch(tx: Db, touch: NewTouch): Promise<void> {
  const { count } = await tx.touch.createMany({ data: [touch], skipDuplicates: true })
  if (count === 0) return
  await tellTouch(tx, touch.id)
  await announce(tx, contactTouched({ contactId: touch.contactId }))
}

/** Writes down that the actor called, wrote or met a contact. Sent twice under one id, it is written once. */
export async function logTouch({ db, actor, now }: Context, input: LogTouchInput) {
  const { id, contactId, channel, outcome, words, minutesAgo } = input
  return db.$transaction(async (tx) => {
    const where = { AND: [visibleContacts(actor), { id: contactId }] }
    if (!(await tx.contact.findFirst({ where, select: { id: true } }))) throw notFound('This contact')
    const createdAt = now()
    const happenedAt = new Date(createdAt.getTime() - minutesAgo * MINUTE_MS)
    const about = { id, contactId, personId: actor.personId, channel, outcome, words: words || null }
    await writeTouch(tx, { ...about, happenedAt, createdAt })
    return { id }
  })
}

async function change({ db, actor, now }: Context, touchId: string, isRemoved: boolean) {
  // Nobody takes back what somebody else did.
  const own: Prisma.TouchWhereInput = { id: touchId, personId: actor.personId, contact: visibleContacts(actor) }
  return db.$transaction(async (tx) => {
    const { count } = await tx.touch.updateMany({ where: own, data: { removedAt: isRemoved ? now() : null } })
    if (count === 0) throw notFound('This entry')
    await tellTouch(tx, touchId)
    return { id: touchId }
  })
}

/** Takes a slip of the finger back; `restoreTouch` is the undo. */
export const removeTouch = (ctx: Context, { touchId }: { touchId: string }) => change(ctx, touchId, true)

export const restoreTouch = (ctx: Context, { touchId }: { touchId: string }) => change(ctx, touchId, false)
