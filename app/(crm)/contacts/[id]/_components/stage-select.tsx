'use client'

import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { CONTACT_STAGES } from '#server/domain/contacts/contacts.words.ts'
import { Menu, MenuItem } from '../../../../_ui/menu.tsx'
import { StatusBadge } from '../../../../_ui/status-badge.tsx'
import type { ContactDetail } from '../../_queries.ts'
import { STAGES } from '../../_stages.words.ts'
import classes from './stage-select.module.css'
import { useContactChanges } from './use-contact-changes.ts'

/** The stage as a badge; a tap changes it. */
export function StageSelect({ contact }: { contact: ContactDetail }) {
  const { setStage } = useContactChanges(contact)
  const { tone, label } = STAGES[contact.stage]
  return (
    <Menu
      label="Stage"
      button={(props) => (
        <button type="button" className={classes.button} aria-label={`Stage: ${label}. Change it`} {...props}>
          <StatusBadge tone={tone}>{label}</StatusBadge>
          <IconChevronDown size={14} aria-hidden />
        </button>
      )}
    >
      {CONTACT_STAGES.map((stage) => (
        <MenuItem
          key={stage}
          disabled={stage === contact.stage}
          icon={stage === contact.stage ? <IconCheck size={14} aria-hidden /> : <span className={classes.gap} />}
          onClick={() => setStage(stage)}
        >
          {STAGES[stage].label}
        </MenuItem>
      ))}
    </Menu>
  )
}
