import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { ensureAddresses } from '#server/domain/mail/mail.service.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import type { SearchRecipient } from '#server/generated/prisma/client.ts'
import { visibleSearches } from '../searches.policy.ts'
import type { AudienceInput, RecipientInput, SetRecipientsInput } from './recipients.schema.ts'
import { leftInWords, THEY_ASKED } from './recipients.words.ts'

/** Whoever changes who is on a search waits here for whoever does the same; a mail that leaves holds it, too. */
export const holdSearch = (tx: Db, searchId: string) =>
  tx.$queryRaw`SELECT id FROM saved_search WHERE id = ${searchId}::uuid FOR UPDATE`

export const isStanding = ({ leftAt, removedAt }: Pick<SearchRecipient, 'leftAt' | 'removedAt'>) =>
  leftAt === null && removedAt === null

/** An agent cannot bring back who has left, and the contact needs no second mail. */
function refuseSome(recipients: readonly RecipientInput[], known: readonly SearchRecipient[], own: string | null) {
  for (const { name, email } of recipients) {
    if (email === own?.toLowerCase()) {
      throw new DomainError('BAD_REQUEST', `${email} is the contact’s own address: they get each mail anyway.`)
    }
    const leftAt = known.find((row) => row.email.toLowerCase() === email)?.leftAt
    if (leftAt) {
      const words = `${leftInWords(leftAt).toLowerCase()}. Only they can come back, by the link in a mail they got.`
      throw new DomainError('PRECONDITION_FAILED', `${name} ${words}`)
    }
  }
}

type Order = { searchId: string; actorId: string; audience: AudienceInput; at: Date }
type Search = { name: string; contactId: string; email: string | null }

async function addRecipients(tx: Db, { searchId, actorId, at }: Order, added: readonly RecipientInput[]) {
  await ensureAddresses(
    tx,
    added.map(({ email }) => email),
  )
  const said = { addedById: actorId, consentText: THEY_ASKED, consentedAt: at }
  for (const { email, name, kind } of added) {
    await tx.searchRecipient.upsert({
      where: { searchId_email: { searchId, email } },
      create: { searchId, email, name, kind, ...said },
      update: { name, kind, ...said, removedAt: null, pausedUntil: null },
    })
  }
}

/** What the contact's timeline is told of who was added and who was taken off. */
const factsOf = (
  search: Search,
  { searchId, at }: Order,
  changed: readonly RecipientInput[],
  how: 'added' | 'removed',
) =>
  changed.map(({ name, email, kind }) => ({
    contactId: search.contactId,
    kind: `search.recipient-${how}`,
    summary: how === 'added' ? `${name} gets “${search.name}”, too` : `${name} gets “${search.name}” no more`,
    refs: { searchId, email, kind },
    occurredAt: at,
    factKey: `recipient-${how}:${searchId}:${email}:${at.toISOString()}`,
  }))

/** Nobody is left who gets it: a search that its contact and all others have left is off. */
export const switchOffIfEmpty = (tx: Db, searchId: string) =>
  tx.savedSearch.updateMany({
    where: {
      id: searchId,
      activeYN: true,
      contactLeftAt: { not: null },
      recipients: { none: { leftAt: null, removedAt: null } },
    },
    data: { activeYN: false, reason: 'ClientDisabled', reasonNote: null },
  })

/** Makes who is on a search what `audience` says; those who have left stay left, and stay in sight. */
export async function applyAudience(tx: Db, search: Search, order: Order): Promise<void> {
  const { searchId, audience } = order
  await holdSearch(tx, searchId)
  const known = await tx.searchRecipient.findMany({ where: { searchId } })
  refuseSome(audience.recipients, known, search.email)
  const standing = new Map(known.filter(isStanding).map((row) => [row.email.toLowerCase(), row]))
  const added = audience.recipients.filter(({ email }) => !standing.has(email))
  if (added.length > 0 && !audience.theyAsked) {
    throw new DomainError('BAD_REQUEST', 'Tick that they asked for these mails, or leave them out.')
  }
  const wanted = new Set(audience.recipients.map(({ email }) => email))
  const removed = [...standing.values()].filter(({ email }) => !wanted.has(email.toLowerCase()))
  await addRecipients(tx, order, added)
  for (const { email, name, kind } of audience.recipients) {
    await tx.searchRecipient.updateMany({ where: { searchId, email }, data: { name, kind } })
  }
  await tx.searchRecipient.updateMany({
    where: { searchId, email: { in: removed.map(({ email }) => email) } },
    data: { removedAt: order.at },
  })
  await tx.savedSearch.updateMany({
    where: { id: searchId, bccMeYN: !audience.bccMeYN },
    data: { bccMeYN: audience.bccMeYN },
  })
  await switchOffIfEmpty(tx, searchId)
  await recordFacts(tx, [...factsOf(search, order, added, 'added'), ...factsOf(search, order, removed, 'removed')])
}

/** Sets who gets what a search finds besides its contact, and whether its owner reads along. */
export async function setRecipients({ db, actor, now }: Context, { searchId, ...audience }: SetRecipientsInput) {
  return db.$transaction(async (tx) => {
    const found = await tx.savedSearch.findFirst({
      where: { AND: [visibleSearches(actor), { id: searchId }] },
      select: { name: true, contactId: true, contact: { select: { email: true } } },
    })
    if (!found) throw notFound('This alert')
    const { contact, ...search } = found
    const order = { searchId, actorId: actor.personId, audience, at: now() }
    await applyAudience(tx, { ...search, email: contact.email }, order)
    return { id: searchId }
  })
}
