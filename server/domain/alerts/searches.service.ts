import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { visibleContacts } from '#server/domain/contacts/contacts.policy.ts'
import { tokensOfArea } from '#server/domain/listings/listings.tokens.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import type { SearchReason } from '#server/generated/prisma/enums.ts'
import { newId } from '#server/ids.ts'
import { agentStatement, type Consent, recordConsent } from './consent/consent.service.ts'
import { AGENT_STATEMENTS } from './consent/consent.words.ts'
import { requestFirstSend } from './first-send/first-send.service.ts'
import { applyAudience } from './recipients/recipients.service.ts'
import { applyRhythm } from './rhythm/rhythm.service.ts'
import { visibleSearches } from './searches.policy.ts'
import { toVersionColumns } from './searches.rows.ts'
import type { CreateSearchInput, Criteria, ReviseSearchInput } from './searches.schema.ts'

const writeTokens = (tx: Db, searchId: string, criteria: Criteria) =>
  tx.savedSearchToken.createMany({ data: tokensOfArea(criteria).map((token) => ({ searchId, token })) })

/** Sets up an alert for a contact the actor may see. A contact without an address gets it switched off, and told why. */
export async function createSearch(
  { db, actor, now }: Context,
  { contactId, name, criteria, rhythm, audience, firstSend, statement }: CreateSearchInput,
) {
  const contact = await db.contact.findFirst({
    where: { AND: [visibleContacts(actor), { id: contactId }] },
    select: { id: true, email: true },
  })
  if (!contact) throw notFound('This contact')
  const at = now()
  const consent = agentStatement({ statement: statement ?? AGENT_STATEMENTS[0], statedById: actor.personId, at })
  const order = { contactId, ownerId: actor.personId, reachable: contact.email !== null, name, criteria, rhythm }
  return db.$transaction(async (tx) => {
    const search = await startSearch(tx, { ...order, consent, at })
    const who = { name, contactId, email: contact.email }
    if (audience) await applyAudience(tx, who, { searchId: search.id, actorId: actor.personId, audience, at })
    return { ...search, firstHomes: firstSend ? await requestFirstSend(tx, search.id, at) : null }
  })
}

export type SearchOrder = Pick<CreateSearchInput, 'contactId' | 'name' | 'criteria' | 'rhythm'> & {
  ownerId: string
  /** Whether there is an address to write to. */
  reachable: boolean
  consent: Consent
  at: Date
}

/** Writes a new search with its first version, its tokens and the word of who wanted it. */
export async function startSearch(tx: Db, order: SearchOrder) {
  const { contactId, ownerId, reachable, name, criteria, rhythm, consent, at } = order
  const id = newId()
  const columns = toVersionColumns(criteria)
  await tx.$executeRaw`SET CONSTRAINTS ALL DEFERRED`
  const search = await tx.savedSearch.create({
    data: {
      ...{ id, contactId, name, ownerId, currentVersion: 1 },
      ...{ activeYN: reachable, reason: reachable ? 'Started' : 'NoOneToSendTo', ...rhythm },
    },
    select: { id: true, activeYN: true, reason: true },
  })
  await tx.savedSearchVersion.create({ data: { searchId: id, version: 1, createdById: ownerId, ...columns } })
  await writeTokens(tx, id, criteria)
  await recordConsent(tx, id, consent)
  await recordFacts(tx, [
    {
      contactId,
      kind: 'search.saved',
      summary: `Alert set up: ${columns.summary}`,
      refs: { searchId: id },
      occurredAt: at,
      factKey: `search:${id}:1`,
    },
  ])
  return search
}

/** Criteria are never overwritten: a change makes the next version, so that old mails still say what they matched. */
export async function reviseSearch({ db, actor, now }: Context, input: ReviseSearchInput) {
  const { searchId, name, criteria, rhythm, audience, firstSend, basedOnVersion } = input
  const at = now()
  return db.$transaction(async (tx) => {
    const version = basedOnVersion + 1
    const columns = toVersionColumns(criteria)
    await tx.$executeRaw`SET CONSTRAINTS ALL DEFERRED`
    const { count } = await tx.savedSearch.updateMany({
      where: { AND: [visibleSearches(actor), { id: searchId, currentVersion: basedOnVersion }] },
      data: { name, currentVersion: version },
    })
    if (count === 0) {
      const found = await tx.savedSearch.findFirst({
        where: { AND: [visibleSearches(actor), { id: searchId }] },
        select: { contactId: true },
      })
      if (!found) throw notFound('This alert')
      throw new DomainError(
        'CONFLICT',
        'Somebody else changed this alert while you were editing. Open it again to see their change.',
      )
    }
    // An alert that is off keeps the reason why: what wakes it up again asks for it.
    await tx.savedSearch.updateMany({
      where: { id: searchId, activeYN: true },
      data: { reason: 'Revised', reasonNote: null },
    })
    await tx.savedSearchVersion.create({ data: { searchId, version, createdById: actor.personId, ...columns } })
    await tx.savedSearchToken.deleteMany({ where: { searchId } })
    await writeTokens(tx, searchId, criteria)
    const { contactId, contact } = await tx.savedSearch.findUniqueOrThrow({
      where: { id: searchId },
      select: { contactId: true, contact: { select: { email: true } } },
    })
    const who = { name, contactId, email: contact.email }
    if (rhythm) await applyRhythm(tx, { searchId, email: contact.email, rhythm, now: at })
    if (audience) await applyAudience(tx, who, { searchId, actorId: actor.personId, audience, at })
    await recordFacts(tx, [
      {
        contactId,
        kind: 'search.revised',
        summary: `Alert changed: ${columns.summary}`,
        refs: { searchId, version },
        occurredAt: at,
        factKey: `search:${searchId}:${version}`,
      },
    ])
    return { id: searchId, version, firstHomes: firstSend ? await requestFirstSend(tx, searchId, at) : null }
  })
}

/** Switches an alert on or off, with RESO's reason. */
export async function setSearchActive(
  { db, actor }: Context,
  { searchId, active }: { searchId: string; active: boolean },
) {
  const search = await db.savedSearch.findFirst({
    where: { AND: [visibleSearches(actor), { id: searchId }] },
    select: { contact: { select: { email: true } } },
  })
  if (!search) throw notFound('This alert')
  if (active && search.contact.email === null) {
    throw new DomainError(
      'PRECONDITION_FAILED',
      'This contact has no e-mail address. Add one first, then switch the alert on.',
    )
  }
  const reason: SearchReason = active ? 'ReActivated' : 'AgentDisabled'
  await db.savedSearch.update({
    where: { id: searchId },
    data: { activeYN: active, reason, reasonNote: null, ...(active ? { contactLeftAt: null } : {}) },
  })
  return { id: searchId, active }
}

/** Takes an alert away; `restoreSearch` is the undo. */
export async function removeSearch({ db, actor, now }: Context, { searchId }: { searchId: string }) {
  const { count } = await db.savedSearch.updateMany({
    where: { AND: [visibleSearches(actor), { id: searchId }] },
    data: { removedAt: now() },
  })
  if (count === 0) throw notFound('This alert')
  return { id: searchId }
}

export async function restoreSearch({ db, actor }: Context, { searchId }: { searchId: string }) {
  const { count } = await db.savedSearch.updateMany({
    where: { id: searchId, removedAt: { not: null }, contact: visibleContacts(actor) },
    data: { removedAt: null },
  })
  if (count === 0) throw notFound('This alert')
  return { id: searchId }
}
