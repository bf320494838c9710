'use client'

import { IconPencil, IconTrash } from '@tabler/icons-react'
import { DotsMenu, MenuItem } from '../../../_ui/menu.tsx'

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
  <DotsMenu label={`Actions for ${name}`} size={44}>
    <MenuItem icon={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
      {editWords}
    </MenuItem>
    <MenuItem icon={<IconTrash size={16} aria-hidden />} onClick={onRemove}>
      Remove
    </MenuItem>
  </DotsMenu>
)
