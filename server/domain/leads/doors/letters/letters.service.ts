import type { InboundMail } from '#server/adapters/mail/mailgun-inbound.ts'
import { readLetter } from '#server/adapters/mail/read-letter.ts'
import type { RootDb } from '#server/db.ts'
import { announce } from '#server/outbox.ts'
import { settleRead } from '../arrivals/admit-lead.ts'
import type { Admitted } from '../arrivals/arrivals.types.ts'
import { keepArrival } from '../arrivals/keep-arrival.ts'
import { letterArrived } from '../doors.events.ts'
import type { LeadDraft } from '../draft.schema.ts'
import { LETTER_FORMATS } from '../letter-formats/formats.ts'
import { keyInAddress } from './inbound-address.ts'

type Deps = { db: RootDb; now: () => Date }

/** The head of a mail tells its id, long before the mail is read. */
const messageIdIn = (mime: Uint8Array) => {
  const [head = ''] = Buffer.from(mime.subarray(0, 64 * 1024))
    .toString('latin1')
    .split(/\r?\n\r?\n/)
  return /^message-id:\s*(<[^>\r\n]{1,300}>)/im.exec(head)?.[1] ?? null
}

/** Keeps a mail as it came, under the source whose mailbox it was sent to. The same mail twice is kept once. */
export async function keepLetter({ db, now }: Deps, { recipient, mime }: InboundMail): Promise<Admitted> {
  const key = keyInAddress(recipient)
  const found = key ? await db.leadSource.findUnique({ where: { key } }) : null
  // A mail to nobody's box is a lead too: it comes without a source.
  const source = found?.door === 'email' ? found : null
  const came = {
    door: 'email' as const,
    source,
    body: mime,
    contentType: 'message/rfc822',
    networkHash: null,
    at: now(),
  }
  return db.$transaction(async (tx) => {
    const admitted = await keepArrival(tx, { ...came, senderId: messageIdIn(mime) })
    if (!admitted.isRepeated) await announce(tx, letterArrived({ arrivalId: admitted.arrivalId }))
    return admitted
  })
}

export type LetterRead = { format: string; draft: LeadDraft } | { reason: string }

/** Reads a mail with whichever format it is written in; or says why a human has to look. */
export async function readLeadLetter(mime: Uint8Array): Promise<LetterRead> {
  const letter = await readLetter(mime)
  if (!letter) return { reason: 'It is no mail that can be taken apart.' }
  if (letter.isAutomatic) return { reason: 'It is an automatic answer, or tells that a mail did not arrive.' }
  for (const { id, read } of LETTER_FORMATS) {
    const draft = read(letter)
    if (draft) return { format: id, draft }
  }
  return { reason: 'Nobody could be made out in it: it is written in a way that is not known here.' }
}

/** Reads one kept mail. Killed anywhere and run again, it does what is still missing: all of it, or nothing. */
export async function readArrivedLetter({ db, now }: Deps, { arrivalId }: { arrivalId: string }) {
  const kept = await db.leadArrival.findUnique({ where: { id: arrivalId }, select: { body: true, state: true } })
  if (kept?.state !== 'received') return { became: 'nothing new' as const }
  const reading = await readLeadLetter(kept.body)
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM lead_arrival WHERE id = ${arrivalId}::uuid FOR UPDATE`
    const arrival = await tx.leadArrival.findUniqueOrThrow({
      where: { id: arrivalId },
      select: { state: true, door: true, source: true, networkHash: true, receivedAt: true },
    })
    if (arrival.state !== 'received') return { became: 'nothing new' as const }
    if ('reason' in reading) {
      await tx.leadArrival.update({ where: { id: arrivalId }, data: { state: 'unreadable', reason: reading.reason } })
      return { became: 'unreadable' as const }
    }
    const { state, source, receivedAt, ...rest } = arrival
    const came = { ...rest, source, at: receivedAt }
    const suspicion = source && !source.isActive ? 'Its source is paused.' : null
    const settled = await settleRead(tx, { arrivalId, came, ...reading, suspicion, now: now() })
    return { became: settled.state }
  })
}
