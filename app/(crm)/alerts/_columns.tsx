import Link from 'next/link'
import { When } from '../../_ui/when.tsx'
import type { Column } from '../_lists/list-rows.tsx'
import classes from './_components/alert-rows.module.css'
import { AlertState } from './_components/alert-state.tsx'
import { CADENCE_LABELS, nextInWords } from './_next.words.ts'
import type { AlertItem } from './_queries.ts'

function LastMail({ mail }: { mail: AlertItem['lastMail'] }) {
  if (!mail) return 'No mail yet'
  return (
    <Link href={`/mails/${mail.id}`} className={classes.link} title={mail.subject ?? undefined}>
      Mailed <When at={mail.sentAt} />
    </Link>
  )
}

const list = new Intl.ListFormat('en-US', { type: 'conjunction' })

/** Who gets it, too: by name, since there are few. */
function Others({ recipients }: Pick<AlertItem, 'recipients'>) {
  const names = recipients.flatMap(({ name, leftAt }) => (leftAt ? [] : [name]))
  if (names.length === 0) return null
  return <span className={classes.soft}>also to {list.format(names)}</span>
}

const PERSON: Column<AlertItem> = {
  key: 'person',
  label: 'Person',
  width: 'minmax(0, 2fr)',
  cell: ({ contact, recipients }) => (
    <span className={classes.person}>
      <Link href={`/contacts/${contact.id}`} className={classes.link}>
        {contact.fullName}
      </Link>
      <span className={classes.soft}>{contact.email ?? 'No e-mail address'}</span>
      <Others recipients={recipients} />
    </span>
  ),
}
/** Beside one contact: who else gets it. */
const ALSO: Column<AlertItem> = {
  key: 'also',
  label: 'Also to',
  width: 'minmax(0, 1fr)',
  cell: ({ recipients }) => <Others recipients={recipients} />,
}
const STATE: Column<AlertItem> = {
  key: 'state',
  label: 'State',
  width: 'minmax(0, 2fr)',
  cell: (alert) => <AlertState alert={alert} />,
}
/** How often it writes; under it when it does so next, where that is neither at once nor never. */
function Writes({ alert }: { alert: AlertItem }) {
  const { cadence, conciergeYN, next } = alert
  const isLater = next.because === 'cadence' || next.because === 'quiet'
  return (
    <span
      className={classes.person}
      title={nextInWords(alert)}
      data-usual={(cadence === 'Instant' && !conciergeYN && !isLater) || undefined}
    >
      {CADENCE_LABELS[cadence]}
      {conciergeYN && ', you look first'}
      {isLater && (
        <span className={classes.soft}>
          next <When at={next.at} />
        </span>
      )}
      {next.because === 'approval' && next.homes > 0 && (
        <Link href="/alerts/approvals" className={classes.link}>
          {next.homes} to approve
        </Link>
      )}
    </span>
  )
}
const WRITES: Column<AlertItem> = {
  key: 'writes',
  label: 'Writes',
  width: '128px',
  cell: (alert) => <Writes alert={alert} />,
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
  WRITES,
  LAST,
  { key: 'changed', label: 'Last changed', width: '112px', cell: ({ updatedAt }) => <When at={updatedAt} /> },
]

/** Beside one contact the person goes without saying. */
export const OF_ONE_PERSON: readonly Column<AlertItem>[] = [ALSO, STATE, WRITES, LAST]
