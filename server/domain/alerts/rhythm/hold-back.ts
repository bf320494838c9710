import type { HoldReason, SearchCadence } from '#server/generated/prisma/enums.ts'
import { groupTellings, mergeTellings } from '../recipients/merge-tellings.ts'
import type { Line, Telling } from '../run/tell-now.ts'
import { dueAt, type Quiet } from './due-at.ts'
import { FIRM_ZONE } from './hours.words.ts'

/** How long an agent may take to approve: longer than a weekend day, shorter than the life of the news. */
export const APPROVAL_HOURS = 48

export type SearchRhythm = { cadence: SearchCadence; conciergeYN: boolean }
export type AddressRhythm = { timeZone: string | null; quiet: Quiet | null }

/** Only what differs from "at once, at any hour": most searches and most people stand in neither. */
export type Rhythms = {
  searches: ReadonlyMap<string, SearchRhythm>
  /** By address, in lower case. */
  addresses: ReadonlyMap<string, AddressRhythm>
}

/** What one search has found and does not tell its contact, or one who was added, in this run. */
export type Hold = {
  searchId: string
  /** Of whom it is held back, where it is not the contact. */
  recipient: string | null
  /** The run that found it, where it was not this one. */
  foundIn?: Telling['foundIn']
  version: number
  reason: HoldReason
  dueAt: Date | null
  expiresAt: Date | null
  lines: Line[]
}

const AT_ONCE: SearchRhythm = { cadence: 'Instant', conciergeYN: false }
const ANY_HOUR: AddressRhythm = { timeZone: null, quiet: null }

type Wait = Pick<Hold, 'reason' | 'dueAt' | 'expiresAt'>

function waitOf(search: SearchRhythm, { timeZone, quiet }: AddressRhythm, at: Date): Wait | null {
  if (search.conciergeYN) {
    const expiresAt = new Date(at.getTime() + APPROVAL_HOURS * 3_600_000)
    return { reason: 'approval', dueAt: null, expiresAt }
  }
  const due = dueAt({ cadence: search.cadence, timeZone: timeZone ?? FIRM_ZONE, quiet }, at)
  if (!due) return null
  return { reason: search.cadence === 'Instant' ? 'quiet' : 'cadence', dueAt: due, expiresAt: null }
}

/**
 * Passes on what is told at once, and hands everything else to `hold`: for the day on which a search writes, for the
 * end of somebody's night, or for an agent's word. `at` is the run's slot.
 */
export function* holdBack(
  tellings: Iterable<Telling>,
  { searches, addresses }: Rhythms,
  at: Date,
  hold: (held: Hold) => void,
): Generator<Telling> {
  for (const telling of tellings) {
    const address = addresses.get(telling.recipient) ?? ANY_HOUR
    const foundIn = telling.foundIn ? { foundIn: telling.foundIn } : {}
    const bySearch = Map.groupBy(telling.lines, ({ searchId }) => searchId)
    const now = [...bySearch].flatMap(([searchId, lines]) => {
      const wait = waitOf(searches.get(searchId) ?? AT_ONCE, address, at)
      const [first] = lines
      if (!wait || !first) return lines
      const recipient = telling.role === 'further' ? telling.recipient : null
      hold({ searchId, recipient, version: first.version, lines, ...wait, ...foundIn })
      return []
    })
    if (now.length > 0) yield { ...telling, lines: now }
  }
}

/** Joins what is told at once and what was held until now or goes to others: one person, one mail. */
export function* joinTellings(now: Iterable<Telling>, others: Iterable<Telling>): Generator<Telling> {
  const waiting = groupTellings(others)
  for (const telling of now) {
    const held = waiting.get(telling.recipient)
    waiting.delete(telling.recipient)
    yield held ? mergeTellings(telling, held) : telling
  }
  yield* waiting.values()
}
