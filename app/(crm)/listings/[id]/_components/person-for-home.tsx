import { IconMailCheck, IconPhone, IconX } from '@tabler/icons-react'
import Link from 'next/link'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import { When } from '../../../../_ui/when.tsx'
import row from '../../../../_ui/whole-row.module.css'
import type { HomeSeeker } from '../../_queries.ts'
import classes from './people-for-home.module.css'

const SHOWN = 2

const day = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'America/New_York' })

function Told({ search, stopped }: { search: HomeSeeker['searches'][number]; stopped: string | null }) {
  if (search.toldAt && search.mailId)
    return (
      <Link href={`/mails/${search.mailId}`} className={classes.told}>
        <IconMailCheck size={14} aria-hidden /> Mailed <When at={search.toldAt} />
      </Link>
    )
  if (stopped)
    return (
      <StatusBadge tone="warning" variant="plain">
        Gets no mails
      </StatusBadge>
    )
  return <span className={classes.untold}>Not told yet</span>
}

/** One person: their name, what they look for, and whether a mail told them, or that they have said no. */
export function PersonForHome({ person, withAgent }: { person: HomeSeeker; withAgent: boolean }) {
  const { contactId, fullName, phone, agent, searches, stopped, saidNoAt } = person
  const [latest] = searches
  const others = searches.length - SHOWN
  return (
    <li className={classes.person} data-no={saidNoAt !== null || undefined}>
      <span className={classes.who}>
        <Link href={`/contacts/${contactId}`} className={`${row.link} ${classes.name}`} data-list-item>
          {fullName}
        </Link>
        {withAgent && <span className={classes.agent}>{agent.fullName}</span>}
      </span>
      {phone && (
        <a href={`tel:${phone}`} className={classes.call} aria-label={`Call ${fullName}`} title={phone}>
          <IconPhone size={16} aria-hidden />
        </a>
      )}
      {searches.slice(0, SHOWN).map(({ id, name, summary }) => (
        <Link key={id} href={`/alerts/${id}`} className={classes.search} title={`Alert “${name}”`}>
          {summary}
        </Link>
      ))}
      <span className={classes.state}>
        {saidNoAt && (
          <span className={classes.no}>
            <IconX size={14} aria-hidden /> Said no on {day.format(saidNoAt)}
          </span>
        )}
        {latest && !saidNoAt && <Told search={latest} stopped={stopped} />}
        {others > 0 && <span> · {others === 1 ? '1 more alert' : `${others} more alerts`}</span>}
      </span>
    </li>
  )
}
