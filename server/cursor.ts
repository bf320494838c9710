const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** JavaScript knows years that PostgreSQL does not: a cursor from 271821 BC was answered with a 500. */
const MOMENT = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** A moment as it stands in a cursor; null for anything else. */
export function readMoment(text: string): Date | null {
  const at = new Date(MOMENT.test(text) ? text : Number.NaN)
  return Number.isNaN(at.getTime()) ? null : at
}

export const isRowId = (text: string): boolean => ID.test(text)

/** The order of lists by last change; their counts go by it, too, for there is an index for it. */
export const NEWEST_FIRST: ({ updatedAt: 'desc' } | { id: 'desc' })[] = [{ updatedAt: 'desc' }, { id: 'desc' }]

/** Where a page of such a list ended. */
export const writeCursor = ({ updatedAt, id }: { updatedAt: Date; id: string }) => `${updatedAt.toISOString()}_${id}`

/** What comes after a cursor in such a list; one that is not ours reads from the start rather than failing. */
export function afterCursor(cursor: string | null | undefined) {
  const [at = '', id = ''] = cursor?.split('_') ?? []
  const updatedAt = readMoment(at)
  if (!updatedAt || !isRowId(id)) return {}
  // The bound beside the OR is what lets the index be used.
  return { updatedAt: { lte: updatedAt }, OR: [{ updatedAt: { lt: updatedAt } }, { id: { lt: id } }] }
}
