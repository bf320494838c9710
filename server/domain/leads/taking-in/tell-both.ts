import type { Db } from '#server/db.ts'
import { ensureAddresses, queueMail } from '#server/domain/mail/mail.service.ts'
import { HAND_BACK_MS } from '../offers/offers.words.ts'

type Told = { inquiryId: string; agentId: string; at: Date }

/** A lead that was claimed may go back within the minute: so long the client waits to hear who has it. */
const receiptAt = (because: string | null, at: Date) =>
  because === 'claimed' ? new Date(at.getTime() + HAND_BACK_MS) : undefined

/** The agent hears of a lead at once; who asked hears who will answer, if they left an address. */
export async function tellBoth(tx: Db, { inquiryId, agentId, at }: Told): Promise<void> {
  const payload = { inquiryId }
  const { email, kind, contactId, because } = await tx.inquiry.findUniqueOrThrow({
    where: { id: inquiryId },
    select: { email: true, kind: true, contactId: true, because: true },
  })
  const agent = await tx.person.findUniqueOrThrow({ where: { id: agentId }, select: { email: true } })
  await queueMail(tx, {
    kind: 'inquiry',
    recipient: agent.email,
    dedupeKey: `inquiry:${inquiryId}:${agentId}`,
    payload,
  })
  if (kind === 'SignUp' || email === null || contactId === null) return
  await ensureAddresses(tx, [email])
  const notBefore = receiptAt(because, at)
  const receipt = { kind: 'inquiry-receipt', recipient: email, dedupeKey: `inquiry-receipt:${inquiryId}` } as const
  await queueMail(tx, { ...receipt, payload, contactId, ...(notBefore ? { notBefore } : {}) })
}
