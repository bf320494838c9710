'use client'

import { ActionIcon, Menu, Switch } from '@mantine/core'
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import Link from 'next/link'
import type { AlertItem } from '../_queries.ts'
import classes from './alert-actions.module.css'
import { useAlertChanges } from './use-alert-changes.ts'

/** The switch and the menu of one alert. */
export function AlertActions({ alert }: { alert: AlertItem }) {
  const { setActive, remove } = useAlertChanges()
  const { id, name, activeYN, contact } = alert
  return (
    <span className={classes.actions}>
      <Switch
        aria-label={`Mails for ${name}`}
        checked={activeYN}
        // Nothing could be sent: the way out stands beside the state.
        disabled={!activeYN && !contact.email}
        onChange={({ currentTarget }) => setActive(alert, currentTarget.checked)}
        classNames={{ body: classes.switch ?? '', track: classes.track ?? '' }}
      />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={`More for ${name}`}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} href={`/alerts/${id}`} leftSection={<IconPencil size={16} aria-hidden />}>
            Edit
          </Menu.Item>
          <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => remove(alert)}>
            Remove
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </span>
  )
}
