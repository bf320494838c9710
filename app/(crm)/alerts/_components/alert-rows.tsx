'use client'

import Link from 'next/link'
import { When } from '../../../_ui/when.tsx'
import type { AlertItem } from '../_queries.ts'
import { AlertActions } from './alert-actions.tsx'
import classes from './alert-rows.module.css'
import { AlertState } from './alert-state.tsx'

function LastMail({ mail }: { mail: AlertItem['lastMail'] }) {
  if (!mail) return <span className={classes.none}>No mail yet</span>
  return (
    <Link href={`/mails/${mail.id}`} className={classes.mail} title={mail.subject ?? undefined}>
      Mailed <When at={mail.sentAt} />
    </Link>
  )
}

type Props = {
  alerts: readonly AlertItem[]
  /** Beside one contact the person goes without saying. */
  withoutPerson?: boolean
}

/** Alerts as rows: one link each opens it, the switch and the menu act at once. */
export function AlertRows({ alerts, withoutPerson = false }: Props) {
  // Whose they are is worth a line only where they are not all one agent's.
  const isShared = new Set(alerts.map(({ contact }) => contact.agent.id)).size > 1
  return (
    <ul className={classes.rows} data-compact={withoutPerson || undefined} aria-label="Alerts">
      {alerts.map((alert) => (
        <li key={alert.id} className={classes.row}>
          <span className={classes.what}>
            <Link href={`/alerts/${alert.id}`} className={classes.name} data-list-item>
              {alert.name}
            </Link>
            <span className={classes.summary}>{alert.summary}</span>
          </span>
          {!withoutPerson && (
            <span className={classes.person}>
              <Link href={`/contacts/${alert.contact.id}`}>{alert.contact.fullName}</Link>
              <span className={classes.soft}>
                {isShared ? alert.contact.agent.fullName : (alert.contact.email ?? 'No e-mail address')}
              </span>
            </span>
          )}
          <span className={classes.state}>
            <AlertState alert={alert} />
          </span>
          <span className={classes.last}>
            <LastMail mail={alert.lastMail} />
          </span>
          <AlertActions alert={alert} />
        </li>
      ))}
    </ul>
  )
}
