import type { Context } from '#server/context.ts'
import { afterCursor, NEWEST_FIRST, writeCursor } from '#server/cursor.ts'
import type { Db } from '#server/db.ts'
import { findSuppressed } from '#server/domain/mail/suppression.queries.ts'
import { notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { readConsent } from './consent/consent.queries.ts'
import { readNextOf } from './knowing/next-of-search.queries.ts'
import type { NextOfSearch } from './knowing/next-of-search.ts'
import { findLastMails, type LastMail } from './last-mails.sql.ts'
import { readRecipients, SHOWN_RECIPIENTS } from './recipients/recipients.queries.ts'
import { filteredSearches } from './searches.filters.ts'
import { visibleSearches } from './searches.policy.ts'
import { fromVersion } from './searches.rows.ts'
import type { ListSearchesInput } from './searches.schema.ts'
import { summariseEvents } from './searches.words.ts'
import { warningRow, warningsNow } from './standing/warnings.ts'

const PAGE_SIZE = 50
const COUNT_CAP = 1_001

const row = {
  id: true,
  name: true,
  activeYN: true,
  reason: true,
  reasonNote: true,
  pausedUntil: true,
  cadence: true,
  conciergeYN: true,
  currentVersion: true,
  updatedAt: true,
  bccMeYN: true,
  contactLeftAt: true,
  owner: { select: { id: true, fullName: true } },
  recipients: SHOWN_RECIPIENTS,
  contact: { select: { id: true, fullName: true, email: true, agent: { select: { id: true, fullName: true } } } },
  current: { select: { summary: true, createdAt: true } },
  standings: { where: { stage: { not: null } }, select: { ...warningRow, keptUntil: true } },
} satisfies Prisma.SavedSearchSelect

type Row = Prisma.SavedSearchGetPayload<{ select: typeof row }>

type Known = { stopped: Map<string, string>; lastMails: Map<string, LastMail>; next: Map<string, NextOfSearch> }

/** Addresses of everybody whom these searches write to. */
const addressesOf = ({ contact, recipients }: Pick<Row, 'contact' | 'recipients'>) => [
  contact.email,
  ...recipients.map(({ email }) => email),
]

const readKnown = async (db: Db, rows: readonly Omit<Row, 'current'>[], now: Date): Promise<Known> => ({
  next: await readNextOf(db, rows, now),
  stopped: await findSuppressed(db, rows.flatMap(addressesOf)),
  lastMails: await findLastMails(
    db,
    rows.map(({ id }) => id),
  ),
})

const toListItem = (
  { current, recipients, standings, ...search }: Row,
  { stopped, lastMails, next }: Known,
  now: Date,
) => ({
  ...search,
  /** What needs a look: nobody follows it, it finds nothing, or too much. */
  warnings: warningsNow({ ...search, standings }, now),
  summary: current.summary,
  /** Why this person gets no mails at all, although the alert may be on: "unsubscribed", "bounced", … */
  stopped: stopped.get(search.contact.email?.toLowerCase() ?? '') ?? null,
  /** Who gets it besides the contact, and who left it. */
  recipients: readRecipients(recipients, stopped),
  /** The last mail that this search was a reason for. */
  lastMail: lastMails.get(search.id) ?? null,
  /** When it writes next, and why then. */
  next: next.get(search.id) ?? { because: 'off' as const },
})

/** Alerts the actor may see, the most recently changed first. Only the first page is counted, up to 1,001. */
export async function listSearches({ db, actor, now }: Context, { cursor, ...filters }: ListSearchesInput) {
  const where: Prisma.SavedSearchWhereInput = { AND: [visibleSearches(actor), filteredSearches(filters, now())] }
  const [rows, count] = await Promise.all([
    db.savedSearch.findMany({
      select: row,
      where: { AND: [where, afterCursor(cursor)] },
      orderBy: NEWEST_FIRST,
      take: PAGE_SIZE + 1,
    }),
    cursor ? null : db.savedSearch.count({ where, orderBy: NEWEST_FIRST, take: COUNT_CAP }),
  ])
  const items = rows.slice(0, PAGE_SIZE)
  const last = items.at(-1)
  const known = await readKnown(db, items, now())
  const list = items.map((item) => toListItem(item, known, now()))
  return { items: list, count, nextCursor: rows.length > PAGE_SIZE && last ? writeCursor(last) : undefined }
}

/** One alert with its criteria, as the editor needs it. */
export async function getSearch({ db, actor, now }: Context, { searchId }: { searchId: string }) {
  const search = await db.savedSearch.findFirst({
    select: { ...row, current: true },
    where: { AND: [visibleSearches(actor), { id: searchId }] },
  })
  if (!search) throw notFound('This alert')
  const { current, ...rest } = search
  const criteria = fromVersion(current)
  const known = await readKnown(db, [search], now())
  const consent = await readConsent(db, searchId)
  return { ...toListItem({ ...rest, current }, known, now()), consent, criteria, sentence: summariseEvents(criteria) }
}
