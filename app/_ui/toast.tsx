'use client'

import type { NotificationData } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { wantToasts } from './toast-place.tsx'
import { UndoMessage } from './undo-message.tsx'

/** A toast waits in the store until its place is there, so none is lost while the code for it is fetched. */
async function show(toast: NotificationData) {
  wantToasts()
  const { notifications } = await import('@mantine/notifications')
  notifications.show({ withBorder: true, ...toast })
  return (id: string) => notifications.hide(id)
}

type Undo = { message: string; onUndo: () => void; seconds?: number }

/** Says what was done and offers to take it back for a while. `onUndo` runs at most once. What is given back closes it: it was not done after all. */
export function showUndo({ message, onUndo, seconds = 8 }: Undo) {
  const id = crypto.randomUUID()
  let open = true
  const undo = async () => {
    if (!open) return
    open = false
    onUndo()
    const hide = await shown
    hide(id)
  }
  const shown = show({ id, autoClose: seconds * 1_000, message: <UndoMessage message={message} onUndo={undo} /> })
  return async () => {
    open = false
    const hide = await shown
    hide(id)
  }
}

/** It worked, in one line. */
export const showDone = (message: string) =>
  void show({ message, color: 'brand', icon: <IconCheck size={16} aria-hidden /> })

/** It did not work: what happened and what to do. Stays until it is closed. */
export const showProblem = (message: string) =>
  void show({
    message,
    autoClose: false,
    color: 'coral',
    role: 'alert',
    icon: <IconAlertTriangle size={16} aria-hidden />,
  })
