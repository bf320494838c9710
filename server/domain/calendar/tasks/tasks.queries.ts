import type { Context } from '#server/context.ts'
import { visibleContacts } from '#server/domain/contacts/contacts.policy.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { namesOf } from '../calendar.names.ts'
import { requireContact, zoneOf } from '../calendar.people.ts'
import { ownDays, visibleTasks } from '../calendar.policy.ts'
import type { Who } from '../calendar.schema.ts'
import { dayIn, momentIn } from '../days.words.ts'

const MOST = 300
const DONE_OF_CONTACT = 5

const columns = {
  ...{ id: true, title: true, details: true, kind: true, priority: true, dueOn: true, dueAt: true },
  ...{ completedAt: true, version: true, contactId: true },
  assignee: { select: { id: true, fullName: true } },
} satisfies Prisma.TaskSelect
type Row = Prisma.TaskGetPayload<{ select: typeof columns }>

const BY_DAY: Prisma.TaskOrderByWithRelationInput[] = [
  { dueOn: { sort: 'asc', nulls: 'last' } },
  { dueAt: { sort: 'asc', nulls: 'last' } },
  { id: 'asc' },
]

/** With the contact's name, if the contact may be seen; the day is a text, for it has no zone. */
async function toItems({ db, actor }: Context, rows: Row[]) {
  const names = await namesOf(db, actor, rows)
  return rows.map(({ contactId, dueOn, ...task }) => ({
    ...task,
    dueOn: dueOn?.toISOString().slice(0, 10) ?? null,
    contact: (contactId && names.get(contactId)) || null,
  }))
}

const keptBy = (ctx: Context, who: Who): Prisma.TaskWhereInput =>
  who === 'all' ? {} : { assigneeId: who === 'me' ? { in: ownDays(ctx.actor) } : who }

/** What is open, the most overdue first, and what was done today; up to 300 of each. `today` is the office's. */
export async function listDay(ctx: Context, { who }: { who: Who }) {
  const { db, actor, now } = ctx
  const timeZone = await zoneOf(ctx)
  const today = dayIn(timeZone, now())
  const mine: Prisma.TaskWhereInput = { AND: [visibleTasks(actor), keptBy(ctx, who)] }
  const [open, done] = await Promise.all([
    db.task.findMany({ where: { AND: [mine, { completedAt: null }] }, select: columns, orderBy: BY_DAY, take: MOST }),
    db.task.findMany({
      where: { AND: [mine, { completedAt: { gte: momentIn(timeZone, today) } }] },
      select: columns,
      orderBy: [{ completedAt: 'desc' }, { id: 'desc' }],
      take: MOST,
    }),
  ])
  return { today, timeZone, open: await toItems(ctx, open), done: await toItems(ctx, done) }
}

/** What is to do for a contact, and what was done last. */
export async function listTasksOfContact(ctx: Context, { contactId }: { contactId: string }) {
  const { db, actor, now } = ctx
  await requireContact(db, ctx, contactId)
  const timeZone = await zoneOf(ctx)
  const about: Prisma.TaskWhereInput = { removedAt: null, contactId, contact: visibleContacts(actor) }
  const [open, done] = await Promise.all([
    db.task.findMany({ where: { ...about, completedAt: null }, select: columns, orderBy: BY_DAY, take: MOST }),
    db.task.findMany({
      where: { ...about, completedAt: { not: null } },
      select: columns,
      orderBy: [{ completedAt: 'desc' }, { id: 'desc' }],
      take: DONE_OF_CONTACT,
    }),
  ])
  return {
    ...{ today: dayIn(timeZone, now()), timeZone },
    ...{ open: await toItems(ctx, open), done: await toItems(ctx, done) },
  }
}
