import type { Context } from '#server/context.ts'
import { notFound } from '#server/errors.ts'
import { PAUSE_DAYS } from '../portal/portal.schema.ts'
import { type RawLane, type RawMark, readLanes } from './lanes.sql.ts'
import { LANE_DAYS } from './lanes.words.ts'

const DAY_MS = 86_400_000

/** `Date` for text, and the rest as it is; one case each, so that a kind stays with its own fields. */
function withDate(mark: RawMark) {
  const at = new Date(mark.at)
  switch (mark.kind) {
    case 'mail':
      return { ...mark, at }
    case 'held':
      return { ...mark, at }
    case 'verdict':
      return { ...mark, at }
    case 'version':
      return { ...mark, at }
  }
}

/** A pause is known by its end alone: it began a pause's length before. */
function pauseOf({ pausedUntil }: RawLane, from: Date) {
  if (!pausedUntil || pausedUntil <= from) return null
  return { from: new Date(pausedUntil.getTime() - PAUSE_DAYS * DAY_MS), to: pausedUntil }
}

/** What happened with each alert of a contact over the last 90 days: mails, homes that waited, verdicts, changes. */
export async function listLanes({ db, actor, now }: Context, { contactId }: { contactId: string }) {
  const to = now()
  const from = new Date(to.getTime() - LANE_DAYS * DAY_MS)
  const rows = await readLanes(db, actor, { contactId, from })
  if (rows.length === 0) throw notFound('This contact')
  const lanes = rows.flatMap((row) => {
    const { searchId, name, activeYN, marks } = row
    return searchId ? [{ searchId, name, activeYN, pause: pauseOf(row, from), marks: marks.map(withDate) }] : []
  })
  return { from, to, lanes }
}
