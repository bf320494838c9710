'use client'

import { IconAlertTriangle, IconBellOff } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { QUALITY_STREAM_WORDS, SEVERITY_WORDS } from '#server/domain/quality/quality.words.ts'
import { useTRPC } from '../../../../_trpc/client.tsx'
import { QueryBoundary } from '../../../../_trpc/query-boundary.tsx'
import { Action } from '../../../../_ui/action.tsx'
import { formatDuration } from '../../../../_ui/format.ts'
import { ListSkeleton } from '../../../../_ui/list-skeleton.tsx'
import { Note } from '../../../../_ui/note.tsx'
import { PageHeader } from '../../../../_ui/page-header.tsx'
import { Section } from '../../../../_ui/section.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import { hrefOfStream, readShown } from '../_filters.ts'
import { SEVERITY_TONES } from '../_quality.words.ts'
import { type RuleDetail, rule as ruleQuery } from '../_queries.ts'
import classes from './quality.module.css'
import { RuleIssues } from './rule-issues.tsx'
import { useRuleOrders } from './use-rule-orders.ts'

const MuteDialog = dynamic(() => import('./mute-dialog.tsx').then((module) => module.MuteDialog), { ssr: false })

function Muted({ rule }: { rule: RuleDetail }) {
  const { unmute, busy } = useRuleOrders(rule.key, () => {})
  const { mute } = rule
  if (!mute) return null
  return (
    <Note title="The whole rule is muted" tone="warning" icon={IconBellOff}>
      {mute.reason} Muted by {mute.mutedBy ?? 'somebody who is gone'} <When at={mute.mutedAt} />
      {mute.until ? (
        <>
          , until <When at={mute.until} format="exact" />.{' '}
        </>
      ) : (
        ', for ever. '
      )}
      <Action disabled={busy} onClick={() => unmute(mute.id)}>
        Hear of it again
      </Action>
    </Note>
  )
}

/** How its last look went. */
function LastLook({ check }: Pick<RuleDetail, 'check'>) {
  if (!check) return <>It has not looked yet.</>
  return (
    <>
      <When at={check.checkedAt} />, in {formatDuration(check.tookMs)}
      {check.isCut && ' (more than it takes in at once: the rest follows when these are done)'}
    </>
  )
}

/** One rule: what it looks for and why, what it has found, and what can be done about it. */
export function RulePage({ ruleKey }: { ruleKey: string }) {
  const { data: rule } = useSuspenseQuery(ruleQuery(useTRPC(), ruleKey))
  const shown = readShown(useSearchParams().get('shown'))
  const [muting, setMuting] = useState(false)
  return (
    <div className={classes.page}>
      <PageHeader
        trail={
          <>
            <TextLink href="/operations">Operations</TextLink> ·{' '}
            <TextLink href="/operations/quality">Data quality</TextLink> ·{' '}
            <TextLink href={hrefOfStream(rule.stream)}>{QUALITY_STREAM_WORDS[rule.stream].many}</TextLink>
          </>
        }
        title={rule.name}
        aside={<StatusBadge tone={SEVERITY_TONES[rule.severity]}>{SEVERITY_WORDS[rule.severity].label}</StatusBadge>}
        description={rule.wrong}
        actions={
          !rule.mute && (
            <Action icon={IconBellOff} onClick={() => setMuting(true)}>
              Mute the rule
            </Action>
          )
        }
      />
      {rule.check?.outcome === 'failed' && (
        <Note title="The rule could not look" tone="bad" icon={IconAlertTriangle}>
          {rule.check.problem} What is shown here is what it had found before. Nothing was closed.
        </Note>
      )}
      <Muted rule={rule} />
      <Section>
        <dl className={classes.why}>
          <div>
            <dt>Why it matters</dt>
            <dd>{rule.matters}</dd>
          </div>
          <div>
            <dt>What to do</dt>
            <dd>{rule.advice}</dd>
          </div>
          <div>
            <dt>Last look</dt>
            <dd>
              <LastLook check={rule.check} />
            </dd>
          </div>
        </dl>
        {rule.repair && rule.comesBack && (
          <p className={classes.master}>
            The old system is the master of {QUALITY_STREAM_WORDS[rule.stream].many.toLowerCase()}: what is repaired
            here comes back when the record changes there. Mend it there, too.
          </p>
        )}
      </Section>
      <QueryBoundary loading={<ListSkeleton rows={8} label="Loading the records" />}>
        <RuleIssues key={shown} rule={rule} shown={shown} />
      </QueryBoundary>
      {muting && <MuteDialog ruleKey={ruleKey} ids={null} onDone={() => {}} onClose={() => setMuting(false)} />}
    </div>
  )
}
