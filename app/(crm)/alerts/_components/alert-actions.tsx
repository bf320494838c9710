'use client'

import { IconPencil, IconTrash } from '@tabler/icons-react'
import { DotsMenu, MenuItem } from '../../../_ui/menu.tsx'
import { Toggle } from '../../../_ui/toggle.tsx'
import type { AlertItem } from '../_queries.ts'
import classes from './alert-actions.module.css'
import { useAlertChanges } from './use-alert-changes.ts'

/** The switch and the menu of one alert. */
export function AlertActions({ alert }: { alert: AlertItem }) {
  const { setActive, remove } = useAlertChanges()
  const { id, name, activeYN, contact } = alert
  return (
    <span className={classes.actions}>
      <Toggle
        label={`Mails for ${name}`}
        checked={activeYN}
        // Nothing could be sent: the way out stands beside the state.
        disabled={!activeYN && !contact.email}
        onChange={(on) => setActive(alert, on)}
      />
      <DotsMenu label={`More for ${name}`}>
        <MenuItem href={`/alerts/${id}`} icon={<IconPencil size={16} aria-hidden />}>
          Edit
        </MenuItem>
        <MenuItem danger icon={<IconTrash size={16} aria-hidden />} onClick={() => remove(alert)}>
          Remove
        </MenuItem>
      </DotsMenu>
    </span>
  )
}
