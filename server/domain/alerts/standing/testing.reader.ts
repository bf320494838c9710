import type { RootDb } from '#server/db.ts'
import { ensureAddresses } from '#server/domain/mail/mail.service.ts'
import type { Person } from '#server/generated/prisma/client.ts'
import type { MailEventKind, SearchCadence } from '#server/generated/prisma/enums.ts'
import { newId } from '#server/ids.ts'
import { aSearch } from '#server/testing/alert-factories.ts'
import { aContact } from '#server/testing/factories.ts'
import { DAY_MS } from './patience.ts'

const aZip = () => String(10_000 + Math.floor(Math.random() * 89_999))

/** A run of the alerts, with nothing in it. */
export const aRun = (db: RootDb, startedAt: Date) =>
  db.alertRun.create({
    data: {
      ...{ jobRunId: newId(), slot: new Date(startedAt.getTime() + Math.floor(Math.random() * 60_000)), startedAt },
      ...{ feedFrom: 0, feedTo: 1, horizonAgeMs: 0, events: 1, changed: 1, searches: 1, matches: 1, people: 1 },
      ...{ planned: 1, matchMs: 1 },
    },
  })

type Told = { recipient: string; contactId: string; searchId: string; runId: string; at: Date; homes?: number }

/** An alert that left, of that many homes. */
export async function aToldMail(db: RootDb, { recipient, contactId, searchId, runId, at, homes = 1 }: Told) {
  const id = newId()
  const lines = Array.from({ length: homes }, newId)
  await db.outboxMail.create({
    data: {
      ...{ id, kind: 'alert', recipient, contactId, dedupeKey: id, messageId: id, state: 'sent', sentAt: at },
      ...{ createdAt: at, subject: 'New' },
      alertMail: {
        create: {
          ...{ runId, slot: at, recipient, searchIds: lines.map(() => searchId), versions: lines.map(() => 1) },
          ...{ eventIds: lines, listingIds: lines, kinds: lines.map(() => 'New' as const) },
        },
      },
    },
  })
  return id
}

export const aMailEvent = (db: RootDb, mailId: string, kind: MailEventKind, at: Date) =>
  db.mailEvent.create({ data: { mailId, kind, providerEventId: newId(), occurredAt: at, recordedAt: at } })

type Reader = { db: RootDb; agent: Person; startedAt: Date; mails?: number; cadence?: SearchCadence }

/** Somebody with a search that began on a day to come (its criteria begin at this moment), told of a home every five days. */
export async function aReader({ db, agent, startedAt, mails = 0, cadence = 'Instant' }: Reader) {
  const contact = await aContact(agent, {}, db)
  const { id: searchId } = await aSearch(agent, contact, { postalCodes: [aZip()] }, db)
  const recipient = contact.email ?? ''
  await ensureAddresses(db, [recipient])
  await db.savedSearch.update({ where: { id: searchId }, data: { createdAt: startedAt, cadence } })
  await db.timelineEntry.deleteMany({ where: { contactId: contact.id } })
  const { id: runId } = await aRun(db, startedAt)
  const tell = (at: Date, homes = 1) => aToldMail(db, { recipient, contactId: contact.id, searchId, runId, at, homes })
  const mailIds: string[] = []
  for (let mail = 1; mail <= mails; mail += 1) {
    mailIds.push(await tell(new Date(startedAt.getTime() + mail * 5 * DAY_MS)))
  }
  const standing = async (lane: 'Ignored' | 'NothingFound' | 'TooBroad' = 'Ignored') =>
    db.searchStanding.findUnique({ where: { searchId_lane: { searchId, lane } } })
  const search = () => db.savedSearch.findUniqueOrThrow({ where: { id: searchId } })
  const found = (foundAt: Date) =>
    db.searchFound.upsert({ where: { searchId }, create: { searchId, foundAt }, update: { foundAt } })
  return { contact, recipient, searchId, runId, mailIds, tell, standing, search, found }
}
