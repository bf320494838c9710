import type { PublicContext } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { findAddressToLeave } from '#server/domain/mail/address-tokens.service.ts'
import { toHours } from '#server/domain/mail/hours.service.ts'
import { changeSuppression, findAddress } from '#server/domain/mail/suppression.service.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import { notFound } from '#server/errors.ts'
import { leaveAsContact, leaveAsRecipient } from './recipients/leave.service.ts'
import { listSearchesOf, searchesAddedTo } from './recipients/preferences.queries.ts'

/** The address behind a link; a link that nobody was given does not exist. */
export async function addressOf(db: Db, token: string) {
  const address = await findAddress(db, token)
  if (!address) throw notFound('This link')
  return address
}

/** Everything an address gets: no sign-in, the link is the key. Shows nothing but what the mails already showed. */
export async function getPreferences({ db, now }: PublicContext, { token }: { token: string }) {
  const address = await addressOf(db, token)
  const searches = await listSearchesOf(db, address.email, now())
  return {
    email: address.email,
    stoppedAt: address.suppressedAt,
    stoppedReason: address.suppressionReason,
    /** Where they live and when they want no mail. */
    hours: toHours(address),
    searches,
  }
}

/**
 * Switches one search on or off for this address alone, whether it is theirs or they were added to it; others who are on
 * it get it all the same. A search of another address does not exist.
 */
export async function setPreference(
  { db, now }: PublicContext,
  { token, searchId, active }: { token: string; searchId: string; active: boolean },
) {
  const { email } = await addressOf(db, token)
  const choice = { searchId, email, active, at: now() }
  const isTheirs = await db.$transaction(
    async (tx) => (await leaveAsContact(tx, choice)) || (await leaveAsRecipient(tx, choice)),
  )
  if (!isTheirs) throw notFound('This search')
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
    const wish = stopped ? 'asked for no more alert mails' : 'asked for alert mails again'
    const factOf = (contactId: string, kind: string, summary: string) => ({
      ...{ contactId, kind, summary, refs: { email }, occurredAt: at },
      factKey: `${kind}-${stopped ? 'stopped' : 'resumed'}:${contactId}:${at.toISOString()}`,
    })
    // Where they were only added it is not the contact's own wish, and does not count as a sign of theirs.
    const added = (await searchesAddedTo(tx, email)).map(({ name, search }) =>
      factOf(search.contactId, 'search.recipient', `${name} ${wish}`),
    )
    await recordFacts(tx, [
      ...contacts.map(({ id }) => factOf(id, stopped ? 'alerts.stopped' : 'alerts.resumed', `A${wish.slice(1)}`)),
      ...added,
    ])
    return { stopped }
  })
}
