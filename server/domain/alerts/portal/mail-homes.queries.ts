import type { PublicContext } from '#server/context.ts'
import { notFound } from '#server/errors.ts'
import { byPlace, placeOf } from '../mails/home-order.ts'
import { addressOf } from '../preferences.service.ts'
import { card, shownToAnybody, toCard } from './portal.queries.ts'

const PAGE_SIZE = 24

type Asked = { token: string; mailId: string; cursor?: number | undefined }

/**
 * All homes that one mail to this address told of, page by page, in the order of the mail: what a mail with too many
 * homes links to. Homes that may no longer be shown are left out; the count is of those that the mail told.
 */
export async function listMailHomes({ db }: PublicContext, { token, mailId, cursor = 0 }: Asked) {
  const { email } = await addressOf(db, token)
  const mail = await db.alertMail.findFirst({
    where: { id: mailId, recipient: email, mail: { state: { in: ['sent', 'unknown'] } } },
    select: { listingIds: true, eventIds: true, kinds: true, mail: { select: { sentAt: true, subject: true } } },
  })
  if (!mail) throw notFound('This mail')
  const events = await db.listingEvent.findMany({
    where: { id: { in: mail.eventIds } },
    select: { id: true, listingId: true, fromPriceCents: true, toPriceCents: true, recordedAt: true },
  })
  const eventOf = new Map(events.map((event) => [event.id, event]))
  const places = mail.kinds.flatMap((kind, line) => {
    const event = eventOf.get(mail.eventIds[line] ?? '')
    return event ? [{ ...placeOf({ ...event, kind, at: event.recordedAt }), event }] : []
  })
  // Of a home that is told twice in one mail, the first place counts.
  const homes = [
    ...new Map(
      places
        .toSorted(byPlace)
        .toReversed()
        .map((place) => [place.listingId, place]),
    ).values(),
  ]
  const inOrder = homes.toSorted(byPlace)
  const page = inOrder.slice(cursor, cursor + PAGE_SIZE)
  const ids = page.map(({ listingId }) => listingId)
  const rows = await db.listing.findMany({
    where: { AND: [shownToAnybody, { id: { in: ids } }] },
    select: { ...card, verdicts: { where: { email }, select: { preference: true } } },
  })
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  return {
    count: inOrder.length,
    sentAt: mail.mail.sentAt,
    subject: mail.mail.subject,
    homes: page.flatMap(({ listingId, event }) => {
      const row = rowOf.get(listingId)
      if (!row) return []
      const { verdicts, ...rest } = row
      const told = { toldAt: mail.mail.sentAt, toldPriceCents: Number(event.toPriceCents) }
      return [{ ...toCard(rest), ...told, verdict: verdicts[0]?.preference ?? null }]
    }),
    nextCursor: cursor + PAGE_SIZE < inOrder.length ? cursor + PAGE_SIZE : undefined,
  }
}
