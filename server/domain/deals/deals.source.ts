import type { Context } from '#server/context.ts'
import type { DealRow, StageTotal } from './deals.rows.ts'
import type { BoardInput, ListDealsInput } from './deals.schema.ts'

export type DealRows = { rows: DealRow[]; nextCursor: string | undefined }
export type BoardRows = {
  totals: StageTotal[]
  /** The latest of each stage, `CARDS_A_STAGE` at most, newest first. */
  rows: DealRow[]
  /** There were more than could be counted in time: the totals are "at least". */
  isPartial: boolean
}

/**
 * Where deals are read. There are two of them, with one meaning: the rows that the actor may see and the filters ask
 * for, by last change, newest first, then by id. Either gives the same answer to the same question.
 */
export type DealSource = {
  list: (ctx: Context, input: ListDealsInput) => Promise<DealRows>
  board: (ctx: Context, input: BoardInput) => Promise<BoardRows>
  /** Null when there is none that the actor may see. */
  byId: (ctx: Context, dealId: string) => Promise<DealRow | null>
}

/** The old system as a source of deals. It can be away. */
export type LegacyDeals = DealSource & {
  /** Whether an error says that it is away. */
  isUnreachable: (error: unknown) => boolean
  /** When it last answered anybody; null when nobody remembers. */
  lastReachedAt: (ctx: Context) => Promise<Date | null>
}

/** What a read says instead of an answer. */
export type Unreachable = { state: 'unreachable'; lastReachedAt: Date | null }
