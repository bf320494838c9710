import type { Db } from '#server/db.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import { holdSearch, switchOffIfEmpty } from './recipients.service.ts'

type Choice = { searchId: string; email: string; active: boolean; at: Date }

const STANDING = { leftAt: null, removedAt: null } as const

type Said = Choice & { name: string; searchName: string; contactId: string }

const sayOnTimeline = (tx: Db, { searchId, email, active, at, name, searchName, contactId }: Said) =>
  recordFacts(tx, [
    {
      contactId,
      kind: active ? 'search.joined' : 'search.left',
      summary: active ? `${name} wants “${searchName}” again` : `${name} left “${searchName}”; nobody else did`,
      refs: { searchId, email },
      occurredAt: at,
      factKey: `search-${active ? 'joined' : 'left'}:${searchId}:${email}:${at.toISOString()}`,
    },
  ])

/** Somebody who was added leaves a search, or comes back; for everybody else it goes on. False: they are not on it. */
export async function leaveAsRecipient(tx: Db, choice: Choice): Promise<boolean> {
  const { searchId, email, active, at } = choice
  await holdSearch(tx, searchId)
  const row = await tx.searchRecipient.findFirst({
    where: { searchId, email, removedAt: null, search: { removedAt: null, contact: { removedAt: null } } },
    select: { name: true, leftAt: true, search: { select: { name: true, contactId: true } } },
  })
  if (!row) return false
  const { count } = await tx.searchRecipient.updateMany({
    where: { searchId, email, removedAt: null, leftAt: active ? { not: null } : null },
    data: { leftAt: active ? null : at, pausedUntil: null },
  })
  if (count === 0) return true
  if (!active) await switchOffIfEmpty(tx, searchId)
  await sayOnTimeline(tx, { ...choice, name: row.name, searchName: row.search.name, contactId: row.search.contactId })
  return true
}

/**
 * The contact of a search leaves it, or comes back. While others are on it, it goes on for them; else it is off, as it
 * always was. False: it is not theirs.
 */
export async function leaveAsContact(tx: Db, choice: Choice): Promise<boolean> {
  const { searchId, email, active, at } = choice
  await holdSearch(tx, searchId)
  const search = await tx.savedSearch.findFirst({
    where: { id: searchId, removedAt: null, contact: { email, removedAt: null } },
    select: {
      name: true,
      activeYN: true,
      contactId: true,
      contactLeftAt: true,
      contact: { select: { fullName: true } },
    },
  })
  if (!search) return false
  const others = await tx.searchRecipient.count({ where: { searchId, ...STANDING } })
  const goesOn = !active && search.activeYN && others > 0
  await tx.savedSearch.update({
    where: { id: searchId },
    data: goesOn
      ? { contactLeftAt: search.contactLeftAt ?? at, pausedUntil: null }
      : {
          ...{ activeYN: active, reason: active ? 'ReActivated' : 'ClientDisabled', reasonNote: null },
          ...{ pausedUntil: null, contactLeftAt: null },
        },
  })
  const { contact, contactId, name: searchName } = search
  if (goesOn !== (search.contactLeftAt !== null)) {
    await sayOnTimeline(tx, { ...choice, name: contact.fullName, searchName, contactId })
  }
  return true
}

type Pause = { searchId: string; email: string; pausedUntil: Date | null }

/** Lets a search rest for somebody who was added to it. False: they are not on it. */
export async function pauseAsRecipient(db: Db, { searchId, email, pausedUntil }: Pause): Promise<boolean> {
  const { count } = await db.searchRecipient.updateMany({
    where: { searchId, email, ...STANDING, search: { removedAt: null, contact: { removedAt: null } } },
    data: { pausedUntil },
  })
  return count > 0
}
