'use client'

import { ActionIcon } from '@mantine/core'
import { IconBell, IconMail, IconPhone } from '@tabler/icons-react'
import Link from 'next/link'
import { Face } from '../../../_ui/face.tsx'
import { StatusBadge } from '../../../_ui/status-badge.tsx'
import { When } from '../../../_ui/when.tsx'
import type { ContactItem } from '../_queries.ts'
import { STAGES } from '../_stages.words.ts'
import classes from './contact-rows.module.css'

const alertsWord = (count: number) => (count === 1 ? '1 alert' : `${count} alerts`)

/** People as rows: the row opens them, the buttons call and write. */
export function ContactRows({ contacts }: { contacts: readonly ContactItem[] }) {
  // Whose they are is worth a column only where they are not all one agent's.
  const isShared = new Set(contacts.map(({ agent }) => agent.id)).size > 1
  return (
    <ul className={classes.rows} aria-label="Contacts">
      {contacts.map(({ id, fullName, email, phone, stage, source, agent, alerts, updatedAt }) => (
        <li key={id} className={classes.row}>
          <Face name={fullName} size={36} />
          <span className={classes.who}>
            <Link href={`/contacts/${id}`} className={classes.name} data-list-item>
              {fullName}
            </Link>
            <span className={classes.soft}>{email ?? phone ?? 'No way to reach them yet'}</span>
          </span>
          <span className={classes.stage}>
            <StatusBadge tone={STAGES[stage].tone}>{STAGES[stage].label}</StatusBadge>
          </span>
          <span className={classes.agent}>{isShared ? agent.fullName : source}</span>
          <span className={classes.alerts}>
            {alerts > 0 && (
              <>
                <IconBell size={14} aria-hidden /> {alertsWord(alerts)}
              </>
            )}
          </span>
          <span className={classes.when}>
            <When at={updatedAt} />
          </span>
          <span className={classes.ways}>
            {phone && (
              <ActionIcon component="a" href={`tel:${phone}`} aria-label={`Call ${fullName}`}>
                <IconPhone size={18} aria-hidden />
              </ActionIcon>
            )}
            {email && (
              <ActionIcon component="a" href={`mailto:${email}`} aria-label={`Write to ${fullName}`}>
                <IconMail size={18} aria-hidden />
              </ActionIcon>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
