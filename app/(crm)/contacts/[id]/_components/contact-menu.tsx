'use client'

import { IconPencil, IconTrash } from '@tabler/icons-react'
import { Kbd } from '../../../../_ui/kbd.tsx'
import { DotsMenu, MenuItem } from '../../../../_ui/menu.tsx'
import { OpenTwinItem } from '../../../_twins/open-twin-item.tsx'
import type { ContactDetail } from '../../_queries.ts'
import { useContactChanges } from './use-contact-changes.ts'

export function ContactMenu({ contact, onEdit }: { contact: ContactDetail; onEdit: () => void }) {
  const { remove } = useContactChanges(contact)
  return (
    <DotsMenu label={`More for ${contact.fullName}`} bordered>
      <MenuItem icon={<IconPencil size={16} aria-hidden />} end={<Kbd keys="e" />} onClick={onEdit}>
        Edit
      </MenuItem>
      <OpenTwinItem kind="contact" id={contact.id} />
      <MenuItem danger icon={<IconTrash size={16} aria-hidden />} onClick={remove}>
        Remove
      </MenuItem>
    </DotsMenu>
  )
}
