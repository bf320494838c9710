import type { Prisma } from '#server/generated/prisma/client.ts'
import type { QualityStreamName, Severity } from '../quality.words.ts'

/** A rule is data: what is looked for, in which records, how bad it is, and what helps. */
export type Rule = {
  /** Stays for ever: issues, mutes and repairs hang on it. */
  readonly key: string
  readonly stream: QualityStreamName
  readonly name: string
  readonly severity: Severity
  readonly wrong: string
  readonly matters: string
  readonly advice: string
  /** The failing records: "recordId" text, and "sample" text of at most 120 characters that names no person. */
  readonly find: (now: Date) => Prisma.Sql
}

const DAY_MS = 86_400_000
export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS)
