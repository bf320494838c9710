import type { Line, Telling } from '../run/tell-now.ts'

/** A search tells of an event once, whichever way it reaches an address. */
export const keyOf = ({ searchId, eventId }: Line) => `${searchId} ${eventId}`

const RANK = { person: 0, further: 1, copy: 2 } as const

/** One mail of two: for the person themselves first, then as who was added, then as who reads along. */
export function mergeTellings(one: Telling, other: Telling): Telling {
  const [lead, rest] = RANK[one.role] <= RANK[other.role] ? [one, other] : [other, one]
  const known = new Set(lead.lines.map(keyOf))
  return {
    ...{ recipient: lead.recipient, contactId: lead.contactId, role: lead.role },
    lines: [...lead.lines, ...rest.lines.filter((line) => !known.has(keyOf(line)))],
    copied: [...(lead.copied ?? []), ...(rest.copied ?? [])],
  }
}

/** One telling an address, in the order of their first. */
export function groupTellings(tellings: Iterable<Telling>): Map<string, Telling> {
  const grouped = new Map<string, Telling>()
  for (const telling of tellings) {
    const known = grouped.get(telling.recipient)
    grouped.set(telling.recipient, known ? mergeTellings(known, telling) : telling)
  }
  return grouped
}
