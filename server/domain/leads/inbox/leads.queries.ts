import type { Actor, Context } from '#server/context.ts'
import { ownBook, visibleContacts } from '#server/domain/contacts/contacts.policy.ts'
import { notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { type LeadItem, row, toItem } from './lead-row.ts'
import { visibleLeads } from './leads.policy.ts'
import type { ListLeadsInput } from './leads.schema.ts'

const PAGE_SIZE = 50
const COUNT_CAP = 101
const OF_CONTACT = 20

/** Who asks twice about one home is offered one alert. */
function proposedOnce(items: LeadItem[]) {
  const seen = new Set<string>()
  return items.map((item) => {
    const { id } = item.home ?? item
    const isRepeated = seen.has(id)
    if (item.proposal || item.searchId) seen.add(id)
    return isRepeated ? { ...item, proposal: null } : item
  })
}

function stateWhere(state: ListLeadsInput['state']): Prisma.InquiryWhereInput {
  if (state === 'waiting') return { state: { not: 'answered' } }
  if (state === 'idle') return { state: 'open', chases: { some: { endedAt: null } } }
  return state ? { state } : {}
}

const filtered = (actor: Actor, { state, kind, door, isNew, isMine }: ListLeadsInput): Prisma.InquiryWhereInput => ({
  // What came a second ago, is held out or lies in a pond waits for an answer, too.
  ...stateWhere(state),
  ...(kind ? { kind } : {}),
  ...(door ? { door } : {}),
  ...(isNew ? { isNewPerson: true } : {}),
  ...(isMine ? { agentId: ownBook(actor) } : {}),
})

/** Who came by themselves to the people one looks after, the latest first; and how many wait, counted up to 101. */
export async function listLeads({ db, actor }: Context, input: ListLeadsInput) {
  const visible = visibleLeads(actor)
  const [rows, open] = await Promise.all([
    db.inquiry.findMany({
      where: { AND: [visible, filtered(actor, input)] },
      select: row,
      orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
      take: PAGE_SIZE + 1,
      ...(input.cursor ? { cursor: { id: input.cursor }, skip: 1 } : {}),
    }),
    db.inquiry.count({ where: { AND: [visible, { state: { not: 'answered' } }] }, take: COUNT_CAP }),
  ])
  const page = rows.slice(0, PAGE_SIZE)
  return { items: page.map(toItem), open, nextCursor: rows.length > PAGE_SIZE ? page.at(-1)?.id : undefined }
}

/** Where a contact came from the first time, and what they asked since, the latest first. */
export async function listLeadsOfContact({ db, actor }: Context, { contactId }: { contactId: string }) {
  const contact = await db.contact.findFirst({
    where: { AND: [visibleContacts(actor), { id: contactId }] },
    select: { firstSource: true, source: true, createdAt: true },
  })
  if (!contact) throw notFound('This contact')
  const rows = await db.inquiry.findMany({
    where: { contactId },
    select: row,
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: OF_CONTACT,
  })
  return {
    firstSource: contact.firstSource ?? contact.source,
    since: contact.createdAt,
    touches: proposedOnce(rows.map(toItem)),
  }
}
