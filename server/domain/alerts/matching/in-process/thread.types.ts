import type { PackedMatches } from './packed-matches.ts'

/** What the thread is asked: to match a window as the transaction sees it that exported `snapshot`. */
export type MatchOrder = { id: number; snapshot: string; from: bigint; to: bigint }

export type MatchAnswer = { id: number; matches: PackedMatches } | { id: number; error: string }

export type ThreadData = { databaseUrl: string }
