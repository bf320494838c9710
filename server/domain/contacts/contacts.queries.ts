import type { Context } from '#server/context.ts'
import { afterCursor, NEWEST_FIRST, writeCursor } from '#server/cursor.ts'
import { listTimeline } from '#server/domain/timeline/timeline.queries.ts'
import { notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { filteredContacts } from './contacts.filters.ts'
import { visibleContacts } from './contacts.policy.ts'
import type { ListContactsInput } from './contacts.schema.ts'
import { readBeside, recentMails } from './contacts.sql.ts'

const PAGE_SIZE = 50
const COUNT_CAP = 1_001

const columns = {
  id: true,
  fullName: true,
  email: true,
  phone: true,
  stage: true,
  source: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.ContactSelect

/** Contacts the actor may see, the most recently changed first. Only the first page is counted, up to 1,001. */
export async function listContacts({ db, actor }: Context, { cursor, ...filters }: ListContactsInput) {
  const where: Prisma.ContactWhereInput = { AND: [visibleContacts(actor), filteredContacts(filters)] }
  const [rows, count] = await Promise.all([
    db.contact.findMany({
      where: { AND: [where, afterCursor(cursor)] },
      select: columns,
      orderBy: NEWEST_FIRST,
      take: PAGE_SIZE + 1,
    }),
    // In the list's own order: left to itself, Prisma sorts all of them by id before it counts.
    cursor ? null : db.contact.count({ where, orderBy: NEWEST_FIRST, take: COUNT_CAP }),
  ])
  const page = rows.slice(0, PAGE_SIZE)
  const beside = await readBeside(
    db,
    page.map(({ id }) => id),
  )
  const last = page.at(-1)
  return {
    items: page.flatMap((contact) => {
      const rest = beside.get(contact.id)
      return rest ? [{ ...contact, ...rest }] : []
    }),
    count,
    nextCursor: rows.length > PAGE_SIZE && last ? writeCursor(last) : undefined,
  }
}

/** One contact with the latest mails to them. */
export async function getContact({ db, actor }: Context, { contactId }: { contactId: string }) {
  const contact = await db.contact.findFirst({
    where: { AND: [visibleContacts(actor), { id: contactId }] },
    select: {
      ...columns,
      agent: { select: { id: true, fullName: true, email: true, phone: true, title: true } },
      office: { select: { id: true, name: true } },
    },
  })
  if (!contact) throw notFound('This contact')
  return { ...contact, mails: await recentMails(db, contactId) }
}

/** What happened to a contact, newest first. */
export async function getContactTimeline(
  ctx: Context,
  { contactId, cursor }: { contactId: string; cursor?: string | null | undefined },
) {
  const { db, actor } = ctx
  const contact = await db.contact.findFirst({
    where: { AND: [visibleContacts(actor), { id: contactId }] },
    select: { id: true },
  })
  if (!contact) throw notFound('This contact')
  return listTimeline(db, { contactId, cursor: cursor ?? undefined })
}
