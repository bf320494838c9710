'use client'

import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowLeft,
  IconArrowRight,
  IconDots,
  IconPencil,
  IconPin,
  IconPinnedOff,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react'
import type { View } from './_queries.ts'
import type { Views } from './use-views.ts'

type Props = { view: View; views: Views; onRename: () => void; onGone: () => void }

/** What one can do with the view that is open; what others share stays as they made it. */
export function ViewMenu({ view, views, onRename, onGone }: Props) {
  const at = views.views.findIndex(({ id }) => id === view.id)
  const isDefault = views.defaultViewId === view.id
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ActionIcon aria-label={`More for the view ${view.name}`}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!view.isMine && <Menu.Label>Shared by {view.by}</Menu.Label>}
        <Menu.Item
          leftSection={isDefault ? <IconPinnedOff size={16} aria-hidden /> : <IconPin size={16} aria-hidden />}
          onClick={() => views.setDefault(isDefault ? null : view.id)}
        >
          {isDefault ? 'Open the list with everything' : 'Open the list with this view'}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          disabled={at === 0}
          onClick={() => views.move(view.id, -1)}
        >
          Move left
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowRight size={16} aria-hidden />}
          disabled={at === views.views.length - 1}
          onClick={() => views.move(view.id, 1)}
        >
          Move right
        </Menu.Item>
        {view.mayChange && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onRename}>
              Rename
            </Menu.Item>
            {views.mayShare && (
              <Menu.Item
                leftSection={<IconUsers size={16} aria-hidden />}
                onClick={() => views.update({ viewId: view.id, shared: !view.isShared })}
              >
                {view.isShared ? 'Keep it to myself' : 'Share with the office'}
              </Menu.Item>
            )}
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => {
                views.remove(view)
                onGone()
              }}
            >
              Remove
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
