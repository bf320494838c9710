import type { OpenHouseInput } from '#server/domain/listings/open-houses.bulk.ts'
import { dateOf } from './date.values.ts'
import { isRecord, textOf } from './text.values.ts'

/** Nobody opens a house for longer: an end that says so is a slip of the pen. */
const LONGEST_MS = 12 * 3_600_000
/** What the old calendar meant where it named no end. */
const USUAL_MS = 2 * 3_600_000

const CALLED_OFF = /^(cancel|cancell?ed|cxl|off)$/i

/**
 * The open houses of a listing. The old system gave them no ids: the listing and the start are the key. Entries without
 * a start that can be read are left out, and of two with one start the last one counts.
 */
export function openHousesOf(value: unknown, listingKey: string): OpenHouseInput[] {
  const entries: unknown[] = Array.isArray(value) ? value : []
  const visits = entries.flatMap((entry): OpenHouseInput[] => {
    if (!isRecord(entry)) return []
    const start = dateOf(entry.start)
    if (!start) return []
    const until = dateOf(entry.end)?.getTime() ?? 0
    const lasts = until - start.getTime()
    const end = lasts > 0 && lasts <= LONGEST_MS ? until : start.getTime() + USUAL_MS
    return [
      {
        openHouseKey: `${listingKey}@${start.toISOString()}`,
        openHouseStartTime: start,
        openHouseEndTime: new Date(end),
        openHouseStatus: CALLED_OFF.test(textOf(entry.status) ?? '') ? 'Canceled' : 'Active',
        openHouseRemarks: textOf(entry.note),
      },
    ]
  })
  return [...new Map(visits.map((visit) => [visit.openHouseKey, visit])).values()]
}
