import type { Prisma } from '#server/generated/prisma/client.ts'
import { evidenceSchema } from './standing.schema.ts'
import { isStage } from './standing.words.ts'

/** Warnings that stand: of searches that write, or were laid to rest for want of a reader, and that nobody keeps as they are. */
export const standingNow = (now: Date): Prisma.SearchStandingWhereInput => ({
  stage: { not: null },
  AND: [
    { OR: [{ keptUntil: null }, { keptUntil: { lte: now } }] },
    {
      OR: [
        { stage: { not: 'Ignored' }, search: { activeYN: true } },
        { stage: 'Ignored', search: { reason: 'Ignored' } },
      ],
    },
  ],
})

/** What a list shows of a search's warnings. */
export const warningRow = {
  ...{ lane: true, stage: true, since: true, stageAt: true, dueAt: true, evidence: true },
} satisfies Prisma.SearchStandingSelect
type WarningRow = Prisma.SearchStandingGetPayload<{ select: typeof warningRow }>

/** With the stage as one of those that a warning can have, and the figures as figures. */
export const toWarning = ({ stage, evidence, ...row }: WarningRow) =>
  isStage(stage) ? [{ ...row, stage, evidence: evidenceSchema.parse(evidence) }] : []

type Warned = {
  activeYN: boolean
  reason: string
  standings: readonly (WarningRow & { keptUntil: Date | null })[]
}

/** The warnings of one search that stand at a moment: `standingNow` for rows that are here already. */
export const warningsNow = ({ activeYN, reason, standings }: Warned, now: Date) =>
  standings
    .filter(
      ({ stage, keptUntil }) =>
        !(keptUntil && keptUntil > now) && (stage === 'Ignored' ? reason === 'Ignored' : activeYN),
    )
    .flatMap(({ keptUntil, ...row }) => toWarning(row))
