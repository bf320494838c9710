'use client'

import { FEATURE_WORDS, MASTER_WORDS } from '#server/domain/cutover/cutover.words.ts'
import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import { lookOf } from '../_moves.words.ts'
import type { Move } from '../_queries.ts'
import { Evidence } from './evidence.tsx'
import classes from './feature-detail.module.css'
import { History } from './history.tsx'
import { Mismatches } from './mismatches.tsx'
import { Parity } from './parity.tsx'
import { RehearsalCard } from './rehearsal.tsx'
import { Steps } from './steps.tsx'
import { Track } from './track.tsx'

/** One feature: where it stands, what speaks for the next step, how equal both sides are, and who switched it. */
export function FeatureDetail({ move }: { move: Move }) {
  const { feature, master, since, by, why } = move
  const { tone, label } = lookOf(move)
  const ahead = move.steps.find(({ isBack }) => !isBack)
  return (
    <div className={classes.detail}>
      <p className={classes.back}>
        <TextLink href="/operations/cut-over">All features</TextLink>
      </p>
      <Section title={FEATURE_WORDS[feature]} actions={<StatusBadge tone={tone}>{label}</StatusBadge>}>
        <div className={classes.head}>
          <Track master={master} large />
          <p>{MASTER_WORDS[master].words}</p>
          <p className={classes.since}>
            Since <When at={since} />
            {by && `, by ${by}`}: “{why}”
          </p>
          <Steps move={move} />
        </div>
      </Section>
      {ahead && <Evidence step={ahead} />}
      <RehearsalCard move={move} />
      <Parity move={move} />
      <QueryBoundary
        loading={<ListSkeleton rows={3} label="Loading differences" />}
        title="The differences did not load"
      >
        <Mismatches feature={feature} />
      </QueryBoundary>
      <QueryBoundary loading={<ListSkeleton rows={2} label="Loading the history" />} title="The history did not load">
        <History feature={feature} />
      </QueryBoundary>
    </div>
  )
}
