import type { Context } from '#server/context.ts'
import type { Db } from '#server/db.ts'
import { recordFacts } from '#server/domain/timeline/timeline.service.ts'
import { DomainError, notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { holdSearch } from '../recipients/recipients.service.ts'
import { dueAt } from '../rhythm/due-at.ts'
import { APPROVAL_HOURS } from '../rhythm/hold-back.ts'
import { readHours } from '../rhythm/rhythm.service.ts'
import { visibleSearches } from '../searches.policy.ts'
import { fromVersion } from '../searches.rows.ts'
import { countFirstHomes, type FirstHome, findFirstHomes } from './first-send.sql.ts'
import { homesInWords, MOST_FIRST, tooManyInWords } from './first-send.words.ts'

const asked = {
  ...{ id: true, name: true, contactId: true, activeYN: true, reason: true, conciergeYN: true, contactLeftAt: true },
  ...{ currentVersion: true, current: true, contact: { select: { email: true } } },
  recipients: { where: { leftAt: null, removedAt: null }, select: { email: true } },
} satisfies Prisma.SavedSearchSelect

type Asked = Prisma.SavedSearchGetPayload<{ select: typeof asked }>

/** Whom it waits for: each until they are up; or one wait for an agent's word, which lets it out to all of them. */
async function waitsOf(tx: Db, search: Asked, at: Date) {
  if (search.conciergeYN) {
    const expiresAt = new Date(at.getTime() + APPROVAL_HOURS * 3_600_000)
    return [{ recipient: null, reason: 'approval' as const, expiresAt }]
  }
  const addresses = [
    ...(search.contactLeftAt ? [] : [{ recipient: null, email: search.contact.email }]),
    ...search.recipients.map(({ email }) => ({ recipient: email, email })),
  ]
  const waits = []
  for (const { recipient, email } of addresses) {
    const due = dueAt({ cadence: 'Instant', ...(await readHours(tx, email)) }, at) ?? at
    waits.push({ recipient, reason: 'firstSend' as const, dueAt: due })
  }
  return waits
}

function refuseFirstSend({ activeYN, reason }: Asked) {
  if (activeYN) return
  if (reason === 'NoOneToSendTo') {
    const words = 'This contact has no e-mail address. Add one first, or start silent.'
    throw new DomainError('PRECONDITION_FAILED', words)
  }
  throw new DomainError('PRECONDITION_FAILED', 'The alert is off, so nothing is sent. Switch it on first.')
}

async function holdHomes(tx: Db, search: Asked, homes: readonly FirstHome[], at: Date) {
  const { id: searchId, currentVersion: version } = search
  // What an earlier version was to send and has not sent yet is in this one, or is no longer wanted.
  await tx.alertHold.updateMany({
    where: { searchId, runId: null, state: 'waiting', version: { lt: version } },
    data: { state: 'dropped', droppedBecause: 'replaced' },
  })
  const waits = await waitsOf(tx, search, at)
  await tx.alertHold.createMany({
    data: waits.map((wait) => ({
      ...{ searchId, version, ...wait, createdAt: at },
      eventIds: homes.map(({ eventId }) => eventId),
      listingIds: homes.map(({ listingId }) => listingId),
      kinds: homes.map(() => 'MatchesNow' as const),
      coveredEventIds: homes.flatMap(({ unread }) => unread),
    })),
  })
}

/**
 * Has the homes sent that fit at this moment: they wait as what runs have found does, and leave with the next run, in the
 * one mail that each person gets from it. One first send a version, by key: asked twice, it is sent once. In the
 * transaction that makes the version. Says how many homes it is.
 */
export async function requestFirstSend(tx: Db, searchId: string, at: Date): Promise<number> {
  await holdSearch(tx, searchId)
  const search = await tx.savedSearch.findUniqueOrThrow({ where: { id: searchId }, select: asked })
  refuseFirstSend(search)
  const criteria = fromVersion(search.current)
  const homes = await findFirstHomes(tx, criteria, searchId, at)
  if (homes.length > MOST_FIRST) {
    const words = tooManyInWords(await countFirstHomes(tx, criteria, searchId, at)) ?? ''
    throw new DomainError('PRECONDITION_FAILED', words)
  }
  if (homes.length === 0) return 0
  await holdHomes(tx, search, homes, at)
  const { contactId, name, currentVersion } = search
  await recordFacts(tx, [
    {
      ...{ contactId, kind: 'search.first-send', refs: { searchId, version: currentVersion }, occurredAt: at },
      summary: `“${name}” begins with ${homesInWords(homes.length)} that match now`,
      factKey: `first-send:${searchId}:${currentVersion}`,
    },
  ])
  return homes.length
}

/**
 * Switches an alert on that was off, and begins with what fits now. It gets a version of its own, with the criteria as
 * they were: so it is sent once, and the mail says since when. Who switched it off themselves is not greeted with a list.
 */
export async function reactivateWithFirstSend({ db, actor, now }: Context, { searchId }: { searchId: string }) {
  const at = now()
  return db.$transaction(async (tx) => {
    const where = { AND: [visibleSearches(actor), { id: searchId }] }
    if ((await tx.savedSearch.count({ where })) === 0) throw notFound('This alert')
    await holdSearch(tx, searchId)
    const search = await tx.savedSearch.findFirstOrThrow({ where, select: asked })
    if (search.activeYN) throw new DomainError('CONFLICT', 'The alert is on already. Nothing was changed.')
    if (search.reason === 'ClientDisabled') {
      const words = 'They switched this alert off themselves. Switch it on silent, if they asked you to.'
      throw new DomainError('PRECONDITION_FAILED', words)
    }
    const version = search.currentVersion + 1
    const { polygons, createdAt: _then, createdById: _by, ...criteria } = search.current
    await tx.$executeRaw`SET CONSTRAINTS ALL DEFERRED`
    await tx.savedSearchVersion.create({
      data: { ...criteria, polygons: polygons ?? [], version, createdById: actor.personId, createdAt: at },
    })
    const isReachable = search.contact.email !== null
    await tx.savedSearch.update({
      where: { id: searchId },
      data: {
        ...{ currentVersion: version, activeYN: isReachable, contactLeftAt: null, reasonNote: null },
        reason: isReachable ? 'ReActivated' : 'NoOneToSendTo',
      },
    })
    return { id: searchId, homes: await requestFirstSend(tx, searchId, at) }
  })
}
