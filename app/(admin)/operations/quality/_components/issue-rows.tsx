'use client'

import { IconArrowRight, IconInfoCircle, IconSparkles } from '@tabler/icons-react'
import { Action } from '../../../../_ui/action.tsx'
import { IconAction } from '../../../../_ui/icon-action.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { When } from '../../../../_ui/when.tsx'
import { RowCheck } from '../../../../(crm)/_lists/row-check.tsx'
import { isPicked } from '../../../../(crm)/_lists/selection.ts'
import type { Picking } from '../../../../(crm)/_lists/use-selection.ts'
import { hrefOfRecord } from '../_quality.words.ts'
import type { Issue, RuleDetail } from '../_queries.ts'
import classes from './issue-rows.module.css'

type Props = {
  rule: Pick<RuleDetail, 'stream' | 'repair'>
  issues: readonly Issue[]
  picking: Picking
  busy: boolean
  onRepair: (issueId: string) => void
  onOpen: (issue: Issue) => void
  onUnmute: (muteId: string) => void
}

const nameOf = ({ name, recordId }: Issue) => name ?? recordId

/** What stands there, and what a repair would make of it. */
const Wrong = ({ issue }: { issue: Issue }) =>
  issue.preview ? (
    <span className={classes.preview}>
      <span>{issue.preview.before}</span>
      <IconArrowRight size={14} aria-label="becomes" />
      <span className={classes.better}>{issue.preview.after}</span>
    </span>
  ) : (
    issue.sample
  )

const Since = ({ issue }: { issue: Issue }) => (
  <>
    <When at={issue.firstSeenAt} />
    {issue.recurrence > 0 && ' · back again'}
    {issue.assigneeName && ` · ${issue.assigneeName}`}
    {issue.muteReason && ` · muted: ${issue.muteReason}`}
  </>
)

/** The records of a rule, one line each, to pick, to open, and to repair where there is a safe way. */
export const IssueRows = ({ rule, issues, picking, busy, onRepair, onOpen, onUnmute }: Props) => (
  <ul className={classes.rows} aria-label="Records">
    {issues.map((issue) => {
      const name = nameOf(issue)
      const href = hrefOfRecord(rule.stream, issue.recordId)
      const picked = isPicked(picking.selection, issue.id)
      return (
        <li key={issue.id} className={classes.row} data-row={issue.id} data-picked={picked || undefined}>
          <RowCheck label={`Pick ${name}`} checked={picked} onToggle={(range) => picking.toggle(issue.id, range)} />
          <span className={classes.words}>
            {href ? (
              <TextLink href={href} data-list-item>
                {name}
              </TextLink>
            ) : (
              <span>{name}</span>
            )}
            <span className={classes.wrong}>
              <Wrong issue={issue} />
            </span>
            <span className={classes.about}>
              <Since issue={issue} />
            </span>
          </span>
          <span className={classes.ends}>
            {issue.muteId && (
              <Action disabled={busy} onClick={() => issue.muteId && onUnmute(issue.muteId)}>
                Unmute
              </Action>
            )}
            {rule.repair && issue.preview && !issue.muteReason && (
              <Action
                icon={IconSparkles}
                disabled={busy}
                onClick={() => onRepair(issue.id)}
                aria-label={`${rule.repair}: ${name}`}
              >
                {rule.repair}
              </Action>
            )}
          </span>
          <IconAction icon={IconInfoCircle} aria-label={`Where ${name} came from`} onClick={() => onOpen(issue)} />
        </li>
      )
    })}
  </ul>
)
