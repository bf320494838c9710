import type { Matches } from '../matcher.ts'

/** What the thread is asked: to match a window as the transaction sees it that exported `snapshot`. */
export type MatchOrder = { id: number; snapshot: string; from: bigint; to: bigint }

export type MatchAnswer = { id: number; matches: Matches } | { id: number; error: string }

export type ThreadData = { databaseUrl: string }
