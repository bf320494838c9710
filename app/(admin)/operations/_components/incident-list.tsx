'use client'

import { spokenDuration } from '#server/domain/jobs/alarms.words.ts'
import { StatusBadge } from '../../../_ui/status-badge.tsx'
import { TextLink } from '../../../_ui/text-link.tsx'
import { When } from '../../../_ui/when.tsx'
import type { Incident } from '../_queries.ts'
import classes from './incident-list.module.css'

const CHANNELS: Record<string, string> = { slack: 'Slack', mail: 'the alarm mailbox', sentry: 'Sentry' }

/** "Told by Slack and Sentry; the alarm mailbox did not take it." */
function toldInWords(notices: Incident['notices']): string {
  const opened = notices.filter(({ moment }) => moment === 'opened')
  const named = (those: Incident['notices']) => those.map(({ channel }) => CHANNELS[channel] ?? channel).join(' and ')
  const told = opened.filter(({ state }) => state === 'sent')
  const waiting = opened.filter(({ state }) => state !== 'sent')
  const parts = [
    told.length > 0 ? `Told by ${named(told)}.` : null,
    waiting.length > 0 ? `${named(waiting)} ${waiting.length === 1 ? 'has' : 'have'} not taken it yet.` : null,
  ].filter((part) => part !== null)
  return parts.length > 0 ? parts.join(' ') : 'Shown here only.'
}

function Entry({ incident }: { incident: Incident }) {
  const { title, detail, href, count, openedAt, resolvedAt, notices } = incident
  return (
    <li className={classes.incident} data-open={resolvedAt === null || undefined}>
      <div className={classes.head}>
        <StatusBadge tone={resolvedAt ? 'good' : 'bad'} variant={resolvedAt ? 'plain' : 'soft'}>
          {resolvedAt ? `Over after ${spokenDuration(resolvedAt.getTime() - openedAt.getTime())}` : 'Needs attention'}
        </StatusBadge>
        <h3>{title}</h3>
        <span className={classes.when}>
          <When at={openedAt} />
          {count > 1 && ` · ${count} times`}
        </span>
      </div>
      <p className={classes.detail}>{detail}</p>
      <p className={classes.told}>
        {toldInWords(notices)}
        {href && href !== '/operations' && (
          <>
            {' '}
            <TextLink underlined href={href}>
              {href.startsWith('/operations/runs/') ? 'Open the run' : 'See more'}
            </TextLink>
          </>
        )}
      </p>
    </li>
  )
}

/** Incidents as people tell them: what, since when, who knows. */
export const IncidentList = ({ incidents }: { incidents: readonly Incident[] }) => (
  <ul className={classes.incidents}>
    {incidents.map((incident) => (
      <Entry key={incident.id} incident={incident} />
    ))}
  </ul>
)
