import Link from 'next/link'
import { When } from '../../_ui/when.tsx'
import type { Column } from '../_lists/list-rows.tsx'
import classes from './_components/alert-rows.module.css'
import { AlertState } from './_components/alert-state.tsx'
import type { AlertItem } from './_queries.ts'

function LastMail({ mail }: { mail: AlertItem['lastMail'] }) {
  if (!mail) return 'No mail yet'
  return (
    <Link href={`/mails/${mail.id}`} className={classes.link} title={mail.subject ?? undefined}>
      Mailed <When at={mail.sentAt} />
    </Link>
  )
}

const PERSON: Column<AlertItem> = {
  key: 'person',
  label: 'Person',
  width: 'minmax(0, 2fr)',
  cell: ({ contact }) => (
    <span className={classes.person}>
      <Link href={`/contacts/${contact.id}`} className={classes.link}>
        {contact.fullName}
      </Link>
      <span className={classes.soft}>{contact.email ?? 'No e-mail address'}</span>
    </span>
  ),
}
const STATE: Column<AlertItem> = {
  key: 'state',
  label: 'State',
  width: 'minmax(0, 2fr)',
  cell: (alert) => <AlertState alert={alert} />,
}
const LAST: Column<AlertItem> = {
  key: 'last',
  label: 'Last mail',
  width: '136px',
  cell: ({ lastMail }) => <LastMail mail={lastMail} />,
}

/** What a row tells of an alert beside its name; each reader hides what they do not need. */
export const ALERT_COLUMNS: readonly Column<AlertItem>[] = [
  PERSON,
  { key: 'agent', label: 'Agent', width: 'minmax(0, 1.4fr)', cell: ({ contact }) => contact.agent.fullName },
  STATE,
  LAST,
  { key: 'changed', label: 'Last changed', width: '112px', cell: ({ updatedAt }) => <When at={updatedAt} /> },
]

/** Beside one contact the person goes without saying. */
export const OF_ONE_PERSON: readonly Column<AlertItem>[] = [STATE, LAST]
