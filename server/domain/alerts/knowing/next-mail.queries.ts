import type { Context } from '#server/context.ts'
import { visibleContacts } from '#server/domain/contacts/contacts.policy.ts'
import { nextTick } from '#server/domain/jobs/cron.ts'
import { isPaused } from '#server/domain/jobs/jobs.service.ts'
import { scheduleOf } from '#server/domain/jobs/schedules.ts'
import { findSuppressed } from '#server/domain/mail/suppression.queries.ts'
import { notFound } from '#server/errors.ts'
import { readPosition } from '../run/position.ts'
import { fromVersion } from '../searches.rows.ts'
import { failingCriteria } from './checks.ts'
import { type Coming, listComing } from './happenings.queries.ts'
import { toldAs } from './told-as.ts'

const JOB = 'send-alerts'
const WAITING_FIRST = { runId: null, recipient: null, state: 'waiting', dueAt: { not: null } } as const

const toCard = ({ home: { photoUrls, listPriceCents, ...home } }: Coming) => ({
  ...{ id: home.id, streetAddress: home.streetAddress, unitNumber: home.unitNumber, city: home.city },
  ...{ postalCode: home.postalCode, standardStatus: home.standardStatus },
  ...{ listPriceCents: Number(listPriceCents), photoUrl: photoUrls[0] ?? null },
})

/**
 * The mail that a person would get if the next alert run came now: the homes, each with the search that wants it and
 * the news, and when the run comes. Asks the same questions as the run and changes nothing. `stopped` says why no mail
 * would leave all the same.
 */
export async function previewNextMail({ db, actor, now }: Context, { contactId }: { contactId: string }) {
  const at = now()
  const contact = await db.contact.findFirst({
    where: { AND: [visibleContacts(actor), { id: contactId }] },
    select: {
      email: true,
      savedSearches: {
        where: { removedAt: null, activeYN: true },
        include: { current: true, recipients: { where: { leftAt: null, removedAt: null }, select: { name: true } } },
      },
    },
  })
  if (!contact) throw notFound('This contact')
  const schedule = scheduleOf(JOB)
  const [position, stopped, paused] = await Promise.all([
    readPosition(db),
    findSuppressed(db, [contact.email]),
    isPaused(db, JOB),
  ])
  const first = await db.alertHold.findMany({
    where: { searchId: { in: contact.savedSearches.map(({ id }) => id) }, ...WAITING_FIRST },
    select: { searchId: true, listingIds: true, coveredEventIds: true },
  })
  // What a first send tells is not told once more.
  const covered = new Set(first.flatMap((hold) => hold.coveredEventIds.map((id) => `${hold.searchId} ${id}`)))
  const coming = contact.savedSearches.length > 0 ? await listComing(db, position ?? 0n, at) : []
  const own = contact.savedSearches.filter(({ contactLeftAt }) => contactLeftAt === null)
  const searches = own.map(({ id, name, current }) => ({ id, name, criteria: fromVersion(current) }))
  const homes = coming.flatMap((one) => {
    if (!one.home.internetEntireListingDisplayYN) return []
    const wanted = searches.flatMap(({ id, name, criteria }) => {
      const kind = toldAs(criteria, one.happening, one.home)
      if (covered.has(`${id} ${one.eventId}`)) return []
      return kind && failingCriteria(criteria, one.home).length === 0 ? [{ searchId: id, name, kind }] : []
    })
    return wanted.length > 0 ? [{ eventId: one.eventId, home: toCard(one), because: wanted }] : []
  })
  return {
    /** Null while the job is paused: nobody knows. */
    at: paused || !schedule ? null : nextTick(schedule, at),
    stopped: contact.email === null ? 'no-address' : (stopped.get(contact.email.toLowerCase()) ?? null),
    searches: searches.length,
    /** Who else gets what these searches find, in mails of their own. */
    alsoTo: [...new Set(own.flatMap(({ recipients }) => recipients.map(({ name }) => name)))],
    /** Homes of first sends that wait for the next run, or for the end of the night. */
    firstHomes: first.reduce((sum, { listingIds }) => sum + listingIds.length, 0),
    homes,
  }
}
