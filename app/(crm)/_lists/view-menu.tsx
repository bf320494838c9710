'use client'

import {
  IconArrowLeft,
  IconArrowRight,
  IconPencil,
  IconPin,
  IconPinnedOff,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react'
import { DotsMenu, MenuItem, MenuLabel, MenuLine } from '../../_ui/menu.tsx'
import type { View } from './_queries.ts'
import type { Views } from './use-views.ts'

type Props = { view: View; views: Views; onRename: () => void; onGone: () => void }

/** What one can do with the view that is open; what others share stays as they made it. */
export function ViewMenu({ view, views, onRename, onGone }: Props) {
  const at = views.views.findIndex(({ id }) => id === view.id)
  const isDefault = views.defaultViewId === view.id
  return (
    <DotsMenu label={`More for the view ${view.name}`}>
      {!view.isMine && <MenuLabel>Shared by {view.by}</MenuLabel>}
      <MenuItem
        icon={isDefault ? <IconPinnedOff size={16} aria-hidden /> : <IconPin size={16} aria-hidden />}
        onClick={() => views.setDefault(isDefault ? null : view.id)}
      >
        {isDefault ? 'Open the list with everything' : 'Open the list with this view'}
      </MenuItem>
      <MenuItem
        icon={<IconArrowLeft size={16} aria-hidden />}
        disabled={at === 0}
        onClick={() => views.move(view.id, -1)}
      >
        Move left
      </MenuItem>
      <MenuItem
        icon={<IconArrowRight size={16} aria-hidden />}
        disabled={at === views.views.length - 1}
        onClick={() => views.move(view.id, 1)}
      >
        Move right
      </MenuItem>
      {view.mayChange && (
        <>
          <MenuLine />
          <MenuItem icon={<IconPencil size={16} aria-hidden />} onClick={onRename}>
            Rename
          </MenuItem>
          {views.mayShare && (
            <MenuItem
              icon={<IconUsers size={16} aria-hidden />}
              onClick={() => views.update({ viewId: view.id, shared: !view.isShared })}
            >
              {view.isShared ? 'Keep it to myself' : 'Share with the office'}
            </MenuItem>
          )}
          <MenuItem
            danger
            icon={<IconTrash size={16} aria-hidden />}
            onClick={() => {
              views.remove(view)
              onGone()
            }}
          >
            Remove
          </MenuItem>
        </>
      )}
    </DotsMenu>
  )
}
