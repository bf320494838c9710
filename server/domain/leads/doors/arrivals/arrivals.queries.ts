import type { Context } from '#server/context.ts'
import { notFound } from '#server/errors.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { WAITING_STATES, type WaitingState } from '../doors.words.ts'
import { leadDraft } from '../draft.schema.ts'
import { textOfArrival } from '../letters/arrival-text.ts'
import type { ListWaitingInput } from './arrivals.schema.ts'

const PAGE_SIZE = 25
const COUNT_CAP = 101
const MOST_TEXT = 20_000

const row = {
  ...{ id: true, door: true, state: true, reason: true, receivedAt: true, draft: true },
  source: { select: { id: true, name: true } },
} satisfies Prisma.LeadArrivalSelect

const stateOf = (state: string): WaitingState => WAITING_STATES.find((each) => each === state) ?? 'unreadable'

function toItem({ draft, state, ...arrival }: Prisma.LeadArrivalGetPayload<{ select: typeof row }>) {
  const read = leadDraft.safeParse(draft)
  const { fullName, email, phone, message } = read.data ?? { fullName: null, email: null, phone: null, message: null }
  return { ...arrival, state: stateOf(state), who: { fullName, email, phone, message } }
}

/** What came in and waits for a human, the latest first: held back, or not to be read. */
export async function listWaiting({ db }: Context, { state, cursor }: ListWaitingInput) {
  const [rows, waiting] = await Promise.all([
    db.leadArrival.findMany({
      where: { state: state ?? { in: [...WAITING_STATES] } },
      select: row,
      orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
      take: PAGE_SIZE + 1,
      ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
    }),
    db.leadArrival.count({ where: { state: { in: [...WAITING_STATES] } }, take: COUNT_CAP }),
  ])
  const page = rows.slice(0, PAGE_SIZE)
  return { items: page.map(toItem), waiting, nextCursor: rows.length > PAGE_SIZE ? page.at(-1)?.id : undefined }
}

/** One of them with what it says, as text: never as a page. */
export async function getWaiting({ db }: Context, { arrivalId }: { arrivalId: string }) {
  const arrival = await db.leadArrival.findFirst({
    where: { id: arrivalId, state: { in: [...WAITING_STATES] } },
    select: { ...row, body: true, contentType: true },
  })
  if (!arrival) throw notFound('This')
  const { body, contentType, ...rest } = arrival
  return { ...toItem(rest), text: (await textOfArrival(body, contentType)).slice(0, MOST_TEXT) }
}
