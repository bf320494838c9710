import type { Line, Telling } from '../run/tell-now.ts'
import type { Audience } from './audience.ts'
import { keyOf, mergeTellings } from './merge-tellings.ts'

type Copies = Audience['copies']

/** Gathers for each agent who reads along what is told of their searches, each line once. */
function gather(copied: Map<string, Map<string, Line>>, { recipient, lines }: Telling, copies: Copies) {
  for (const line of lines) {
    const agent = copies.get(line.searchId)
    if (agent === undefined || agent === recipient) continue
    const known = copied.get(agent) ?? new Map<string, Line>()
    known.set(keyOf(line), line)
    copied.set(agent, known)
  }
}

/** A copy, beside what the agent is told for themselves; of a search that writes to them anyway they need none. */
function toCopy(agent: string, lines: readonly Line[], own: Telling | undefined): Telling | undefined {
  const theirs = new Set(own?.lines.map(({ searchId }) => searchId))
  const copied = lines.filter(({ searchId }) => !theirs.has(searchId))
  if (copied.length === 0) return own
  const searchIds = [...new Set(copied.map(({ searchId }) => searchId))]
  const copy: Telling = { recipient: agent, contactId: null, role: 'copy', lines: copied, copied: searchIds }
  return own ? mergeTellings(own, copy) : copy
}

/**
 * Adds a copy for each agent who reads along, of what is told in this run to anybody: what is held back, rejected or
 * paused is in no copy either. An agent has one mail, too, however many clients they follow.
 */
export function* withCopies(tellings: Iterable<Telling>, copies: Copies): Generator<Telling> {
  const agents = new Set(copies.values())
  const copied = new Map<string, Map<string, Line>>()
  const own = new Map<string, Telling>()
  for (const telling of tellings) {
    if (copies.size > 0) gather(copied, telling, copies)
    if (agents.has(telling.recipient)) own.set(telling.recipient, telling)
    else yield telling
  }
  for (const [agent, lines] of copied) {
    const telling = toCopy(agent, [...lines.values()], own.get(agent))
    own.delete(agent)
    if (telling) yield telling
  }
  yield* own.values()
}
