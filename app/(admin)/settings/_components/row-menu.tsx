'use client'

import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react'

type Props = {
  /** Whose menu it is, for screen readers. */
  name: string
  /** "Edit", "Rename". */
  editWords: string
  onEdit: () => void
  onRemove: () => void
}

/** What can be done about an office or a team. */
export const RowMenu = ({ name, editWords, onEdit, onRemove }: Props) => (
  <Menu position="bottom-end" width={200}>
    <Menu.Target>
      <ActionIcon aria-label={`Actions for ${name}`} size={44}>
        <IconDots size={18} aria-hidden />
      </ActionIcon>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
        {editWords}
      </Menu.Item>
      <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={onRemove}>
        Remove
      </Menu.Item>
    </Menu.Dropdown>
  </Menu>
)
