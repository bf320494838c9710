import type { Db } from '#server/db.ts'
import type { Prisma } from '#server/generated/prisma/client.ts'
import { consentColumns, toldToThem } from '../consent/consent.queries.ts'

const MOST = 100

const shown = {
  ...{ id: true, name: true, activeYN: true, pausedUntil: true, cadence: true, contactLeftAt: true, contactId: true },
  current: { select: { summary: true } },
  consent: { select: consentColumns },
  contact: {
    select: {
      fullName: true,
      agent: { select: { fullName: true, phone: true, office: { select: { name: true } } } },
    },
  },
} satisfies Prisma.SavedSearchSelect

type Shown = Prisma.SavedSearchGetPayload<{ select: typeof shown }>
type Standing = {
  activeYN: boolean
  pausedUntil: Date | null
  /** Who added this address, and to whose search; null for a search of its own. */
  added: { by: string; to: string } | null
}

const toLine = ({ current, contact, consent, ...search }: Shown, standing: Standing) => ({
  /** Who wanted it; whoever was added to it is told who did that. */
  consent: standing.added ? null : toldToThem(consent),
  /** Switched off for everybody: who was only added cannot switch it on. */
  isOff: !search.activeYN,
  ...{ id: search.id, name: search.name, cadence: search.cadence, summary: current.summary, agent: contact.agent },
  ...standing,
})

/** Null when it is not paused, or no longer. */
const stillPaused = (until: Date | null, now: Date) => (until && until > now ? until : null)

/** Searches that an address was added to and not taken off again, with the word of who added them. */
export const searchesAddedTo = (db: Db, email: string) =>
  db.searchRecipient.findMany({
    where: { email, removedAt: null, search: { removedAt: null, contact: { removedAt: null } } },
    select: {
      name: true,
      leftAt: true,
      pausedUntil: true,
      addedBy: { select: { fullName: true } },
      search: { select: shown },
    },
    orderBy: { createdAt: 'asc' },
    take: MOST,
  })

/** A contact to whose search an address was added: whose agent answers to it. */
export async function findContactAddedTo(db: Db, email: string): Promise<{ id: string } | null> {
  const row = await db.searchRecipient.findFirst({
    where: { email, removedAt: null, search: { removedAt: null, contact: { removedAt: null } } },
    select: { search: { select: { contactId: true } } },
    orderBy: { createdAt: 'desc' },
  })
  return row && { id: row.search.contactId }
}

/**
 * Every search that writes to an address, or did until they left it: their own, and those they were added to, with who
 * did that and for whom. Each as it stands for them alone.
 */
export async function listSearchesOf(db: Db, email: string, now: Date) {
  const [own, added] = await Promise.all([
    db.savedSearch.findMany({
      where: { removedAt: null, contact: { email, removedAt: null } },
      select: shown,
      orderBy: { createdAt: 'asc' },
      take: MOST,
    }),
    searchesAddedTo(db, email),
  ])
  const isNotOwn = ({ search }: (typeof added)[number]) => own.every(({ id }) => id !== search.id)
  return [
    ...own.map((search) =>
      toLine(search, {
        activeYN: search.activeYN && search.contactLeftAt === null,
        pausedUntil: stillPaused(search.pausedUntil, now),
        added: null,
      }),
    ),
    ...added.filter(isNotOwn).map(({ search, leftAt, pausedUntil, addedBy }) =>
      toLine(search, {
        activeYN: search.activeYN && leftAt === null,
        pausedUntil: stillPaused(pausedUntil, now),
        added: { by: addedBy?.fullName ?? search.contact.agent.fullName, to: search.contact.fullName },
      }),
    ),
  ]
}
