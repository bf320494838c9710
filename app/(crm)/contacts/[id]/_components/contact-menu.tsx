'use client'

import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { Kbd } from '../../../../_ui/kbd.tsx'
import type { ContactDetail } from '../../_queries.ts'
import { useContactChanges } from './use-contact-changes.ts'

export function ContactMenu({ contact, onEdit }: { contact: ContactDetail; onEdit: () => void }) {
  const { remove } = useContactChanges(contact)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={36} variant="default" aria-label={`More for ${contact.fullName}`}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} rightSection={<Kbd keys="e" />} onClick={onEdit}>
          Edit
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconTrash size={16} aria-hidden />} onClick={remove}>
          Remove
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
