'use client'

import Link from 'next/link'
import type { KeyboardEvent } from 'react'
import { Action } from '../../../../_ui/action.tsx'
import { ActionLink } from '../../../../_ui/action-link.tsx'
import { Kbd } from '../../../../_ui/kbd.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import type { Warned } from '../../_queries.ts'
import { warningLook } from '../../_warnings.words.ts'
import classes from './needs-a-look.module.css'
import { RelaxWarned } from './relax-warned.tsx'
import { useKeep } from './use-keep.ts'

/** One warning: whose alert, why, what comes when; kept by one tap or by `y`. */
export function WarnedSearch({ item }: { item: Warned }) {
  const { search, lane, stage } = item
  const { tone, label, why, next } = warningLook(item, search.cadence)
  const { keep } = useKeep()
  const onKeyDown = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    if (key === 'y' && !ctrlKey && !metaKey && !altKey) keep(item)
  }
  return (
    <li className={classes.card} data-row onKeyDown={onKeyDown}>
      <header className={classes.head}>
        <div className={classes.words}>
          <Link href={`/alerts/${search.id}`} className={classes.name} data-list-item>
            {search.name}
          </Link>
          <p className={classes.soft}>
            <TextLink underlined href={`/contacts/${search.contact.id}`}>
              {search.contact.fullName}
            </TextLink>{' '}
            · {search.summary}
          </p>
        </div>
        <StatusBadge tone={tone}>{label}</StatusBadge>
      </header>
      <div className={classes.body}>
        <p className={classes.why}>{why}.</p>
        {next && <p className={classes.soft}>{next}</p>}
        {lane === 'NothingFound' && <RelaxWarned searchId={search.id} />}
      </div>
      <footer className={classes.foot}>
        <Action primary onClick={() => keep(item)}>
          {stage === 'Ignored' ? 'Put it back' : 'Keep as it is'}
        </Action>
        <ActionLink href={`/alerts/${search.id}`}>Open</ActionLink>
        <span className={classes.keys}>
          <Kbd keys="y" /> keeps, <Kbd keys="enter" /> opens
        </span>
      </footer>
    </li>
  )
}
