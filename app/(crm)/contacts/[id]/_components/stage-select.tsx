'use client'

import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { CONTACT_STAGES } from '#server/domain/contacts/contacts.words.ts'
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
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={classes.button} aria-label={`Stage: ${label}. Change it`}>
          <StatusBadge tone={tone}>{label}</StatusBadge>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {CONTACT_STAGES.map((stage) => (
          <Menu.Item
            key={stage}
            disabled={stage === contact.stage}
            leftSection={
              stage === contact.stage ? <IconCheck size={14} aria-hidden /> : <span className={classes.gap} />
            }
            onClick={() => setStage(stage)}
          >
            {STAGES[stage].label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
