'use client'

import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'

/** Says what was done and offers to take it back for a while. `onUndo` runs at most once. */
export function showUndo({ message, onUndo, seconds = 8 }: { message: string; onUndo: () => void; seconds?: number }) {
  const id = crypto.randomUUID()
  notifications.show({
    id,
    autoClose: seconds * 1_000,
    withBorder: true,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text fz="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id)
            onUndo()
          }}
        >
          Undo
        </Button>
      </Group>
    ),
  })
}

/** It worked, in one line. */
export const showDone = (message: string) =>
  notifications.show({ message, withBorder: true, color: 'brand', icon: <IconCheck size={16} aria-hidden /> })

/** It did not work: what happened and what to do. Stays until it is closed. */
export const showProblem = (message: string) =>
  notifications.show({
    message,
    withBorder: true,
    autoClose: false,
    color: 'coral',
    role: 'alert',
    icon: <IconAlertTriangle size={16} aria-hidden />,
  })
