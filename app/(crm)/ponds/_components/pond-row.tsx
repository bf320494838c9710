'use client'

import type { KeyboardEvent } from 'react'
import { Action } from '../../../_ui/action.tsx'
import { StatusBadge } from '../../../_ui/status-badge.tsx'
import { useNow } from '../../../_ui/use-now.ts'
import { When } from '../../../_ui/when.tsx'
import { ageOf } from '../_age.ts'
import type { PondLead } from '../_queries.ts'
import classes from './ponds.module.css'
import type { Take } from './use-take.ts'

/** One lead in a pond: what is wanted, and for how long it waits. `a` takes it. */
export function PondRow({ lead, pond }: { lead: PondLead; pond: Take }) {
  const { tone, word, long } = ageOf(lead.since, useNow())
  const onKeyDown = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    if (key === 'a' && !ctrlKey && !metaKey && !altKey && !pond.isTaking) pond.take(lead.id)
  }
  return (
    <li className={classes.row} data-row onKeyDown={onKeyDown}>
      <div className={classes.words}>
        <strong>{lead.headline}</strong>
        <span className={classes.soft}>
          {lead.lines.map(({ value }) => value).join(' · ')}
          {lead.lines.length > 0 && ' · '}came <When at={lead.receivedAt} />
        </span>
      </div>
      <span className={classes.age} suppressHydrationWarning>
        <StatusBadge tone={tone}>{`${word}, ${long}`}</StatusBadge>
      </span>
      <Action data-list-item disabled={pond.isTaking} onClick={() => pond.take(lead.id)}>
        Take it
      </Action>
    </li>
  )
}
