import type { PublicContext } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { findAddressToLeave } from '#server/domain/mail/address-tokens.service.ts'
import { toHours } from '#server/domain/mail/hours.service.ts'
import { changeSuppression, findAddress } from '#server/domain/mail/suppression.service.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import { notFound } from '#server/errors.ts'

/** The address behind a link; a link that nobody was given does not exist. */
export async function addressOf(db: Db, token: string) {
  const address = await findAddress(db, token)
  if (!address) throw notFound('This link')
  return address
}

/** Everything an address gets: no sign-in, the link is the key. Shows nothing but what the mails already showed. */
export async function getPreferences({ db, now }: PublicContext, { token }: { token: string }) {
  const address = await addressOf(db, token)
  const searches = await db.savedSearch.findMany({
    where: { removedAt: null, contact: { email: address.email, removedAt: null } },
    select: {
      id: true,
      name: true,
      activeYN: true,
      pausedUntil: true,
      cadence: true,
      current: { select: { summary: true } },
      contact: { select: { agent: { select: { fullName: true, phone: true, office: { select: { name: true } } } } } },
    },
    orderBy: { createdAt: 'asc' },
    take: 100,
  })
  return {
    email: address.email,
    stoppedAt: address.suppressedAt,
    stoppedReason: address.suppressionReason,
    /** Where they live and when they want no mail. */
    hours: toHours(address),
    searches: searches.map(({ current, contact, pausedUntil, ...search }) => ({
      ...search,
      /** Null when it is not paused, or no longer. */
      pausedUntil: pausedUntil && pausedUntil > now() ? pausedUntil : null,
      summary: current.summary,
      agent: contact.agent,
    })),
  }
}

/** Switches one search of this address on or off; a search of another address does not exist. */
export async function setPreference(
  { db }: PublicContext,
  { token, searchId, active }: { token: string; searchId: string; active: boolean },
) {
  const { email } = await addressOf(db, token)
  const { count } = await db.savedSearch.updateMany({
    where: { id: searchId, removedAt: null, contact: { email, removedAt: null } },
    data: { activeYN: active, reason: active ? 'ReActivated' : 'ClientDisabled', reasonNote: null, pausedUntil: null },
  })
  if (count === 0) throw notFound('This search')
  return { searchId, active }
}

/** Stops every mail to this address, or starts them again. Idempotent: mail clients and scanners may send it twice. */
export async function stopEverything(
  { db, now }: PublicContext,
  { token, stopped }: { token: string; stopped: boolean },
) {
  // A link that was taken back still stops the mails; it starts nothing.
  const address = stopped ? await findAddressToLeave(db, token) : await addressOf(db, token)
  if (!address) throw notFound('This link')
  const { email } = address
  const at = now()
  return db.$transaction(async (tx) => {
    const changed = await changeSuppression(tx, { email, reason: stopped ? 'unsubscribed' : null, at })
    if (!changed) return { stopped }
    const contacts = await tx.contact.findMany({ where: { email, removedAt: null }, select: { id: true } })
    const summary = stopped ? 'Asked for no more alert mails' : 'Asked for alert mails again'
    await recordFacts(
      tx,
      contacts.map(({ id }) => ({
        contactId: id,
        kind: stopped ? 'alerts.stopped' : 'alerts.resumed',
        summary,
        refs: {},
        occurredAt: at,
        factKey: `alerts-${stopped ? 'stopped' : 'resumed'}:${id}:${at.toISOString()}`,
      })),
    )
    return { stopped }
  })
}
